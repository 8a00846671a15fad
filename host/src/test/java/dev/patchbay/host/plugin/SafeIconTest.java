package dev.patchbay.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeIconTest {

  private static final String START = "<svg xmlns='http://www.w3.org/2000/svg'";

  @Test
  void should_become_a_data_uri_when_it_only_draws() {
    String svg =
        START
            + " viewBox='0 0 4 4'><defs><linearGradient id='a'><stop stop-color='#fff'/>"
            + "</linearGradient><path id='p' d='M0 0h4'/></defs>"
            + "<g fill='url(#a)' style='stroke:url(#a)'><use href='#p'/></g></svg>";

    String uri = SafeIcon.dataUri(svg).orElseThrow();

    assertThat(uri).startsWith("data:image/svg+xml;base64,");
    assertThat(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)))
        .isEqualTo(svg.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "><script>alert(1)</script></svg>",
        "><SCRIPT xmlns=''>alert(1)</SCRIPT></svg>",
        "><foreignObject><body xmlns='http://www.w3.org/1999/xhtml'/></foreignObject></svg>",
        "><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script></svg>",
        " onload='alert(1)'/>",
        "><path ONCLICK='alert(1)'/></svg>",
        "><a href='javascript:alert(1)'><path/></a></svg>",
        "><use href='https://evil.test/x.svg#p'/></svg>",
        "><use xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='https://evil.test/#p'/></svg>",
        "><use href='data:image/svg+xml;base64,PHN2Zy8+#p'/></svg>",
        "><image href='https://evil.test/x.png'/></svg>",
        "><style>@import url(https://evil.test/x.css);</style></svg>",
        "><path style='fill:url(https://evil.test/#a)'/></svg>",
        "><path style='fill:u\\72l(https://evil.test/#a)'/></svg>",
        "><path fill='url(//evil.test/#a)'/></svg>",
        "><path style='width:expression(alert(1))'/></svg>",
        "><animate attributeName='href' to='javascript:alert(1)'/></svg>",
        "><set attributeName='onload' to='alert(1)'/></svg>",
        " xml:base='https://evil.test/'><use href='#p'/></svg>",
        "><?xml-stylesheet href='https://evil.test/x.css'?></svg>",
        ">",
        "></svg><svg/>"
      })
  void should_be_left_out_when_it_could_do_more(String rest) {
    assertThat(SafeIcon.dataUri(START + rest)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<svg xmlns='http://www.w3.org/2000/svg'><title>&x;</title></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>"
            + "<svg xmlns='http://www.w3.org/2000/svg'><title>&b;</title></svg>",
        "<!DOCTYPE svg SYSTEM 'https://evil.test/x.dtd'><svg xmlns='http://www.w3.org/2000/svg'/>",
        "<html xmlns='http://www.w3.org/1999/xhtml'/>",
        "<svg><path/></svg>",
        "GIF89a",
        ""
      })
  void should_be_left_out_when_it_is_no_plain_svg(String text) {
    assertThat(SafeIcon.dataUri(text)).isEmpty();
  }

  @Test
  void should_be_left_out_when_it_is_too_large() {
    String padding = "<!--" + "x".repeat(16 * 1024) + "-->";

    assertThat(SafeIcon.dataUri(START + "/>")).isPresent();
    assertThat(SafeIcon.dataUri(START + ">" + padding + "</svg>")).isEmpty();
  }
}
