package dev.patchbay.host.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {
  private final ResultFiles files = new ResultFiles();

  @ParameterizedTest
  @EnumSource(ResultPage.class)
  void should_have_a_page_without_inline_data_for_every_end(ResultPage page) {
    var answer = files.file(page.fileName() + ".html");
    var html = new String((byte[]) answer.getEntity(), UTF_8);

    assertThat(html)
        .contains("data-outcome=\"" + page.fileName() + "\"", "<h1>", "class=\"next\"")
        .doesNotContainPattern("<script(?! src=\"result\\.js\")|<style|style=|\\son\\w+=");
    assertThat(answer.getHeaderString("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("unsafe", "*");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeaderString("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.getMediaType().toString()).startsWith("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"result.css", "result.js"})
  void should_have_what_the_pages_use(String name) {
    assertThat(files.file(name).getStatus()).isEqualTo(200);
  }

  @Test
  void should_have_nothing_else() {
    assertThatThrownBy(() -> files.file("../../Startup.class"))
        .isInstanceOf(NotFoundException.class);
  }
}
