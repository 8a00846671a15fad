package dev.patchbay.console.catalogue;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fixture.Console;
import dev.patchbay.console.fixture.Words;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CatalogueViewTest {
  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void signIn() {
    console.signIn();
  }

  @Test
  void should_show_a_tile_when_a_plugin_is_ready() {
    console.open("catalogue");
    PluginTile tile = _find(PluginTile.class).get(0);
    assertThat(Words.of(tile)).contains("Google Calendar", "Events", "Connect");
    assertThat(tile.getElement().getOuterHTML()).contains("data:image/svg+xml");
  }

  @Test
  void should_show_the_reason_and_no_button_when_a_plugin_was_refused() {
    console.open("catalogue");
    PluginTile tile = _find(PluginTile.class).get(1);
    assertThat(Words.of(tile))
        .contains("acme-crm", "built for plugin API 9.0", "Refused")
        .doesNotContain("Connect");
  }

  @Test
  void should_show_what_the_plugins_tests_proved() {
    console
        .world()
        .plugins()
        .get(0)
        .put(
            "contract",
            Map.of(
                "verdict",
                "PROVEN",
                "points",
                List.of(
                    Map.of("point", "PAGING_ENDS", "sentence", "A pass ends", "outcome", "PROVEN"),
                    Map.of(
                        "point", "ONE_EFFECT",
                        "sentence", "One key has one effect",
                        "outcome", "EXEMPT",
                        "reason", "The service has no keys"))));
    console.open("catalogue");

    assertThat(Words.of(_find(PluginTile.class).get(0)))
        .contains("1 of 2 points", "A pass ends", "Proven", "The service has no keys")
        .doesNotContain("open");
  }

  @Test
  void should_say_that_nothing_is_proven_when_a_plugin_brings_no_result() {
    console
        .world()
        .plugins()
        .get(0)
        .put("contract", Map.of("verdict", "UNPROVEN", "reason", "It is of another build"));
    console.open("catalogue");

    assertThat(Words.of(_find(PluginTile.class).get(0)))
        .contains("not tested in this build", "It is of another build");
  }

  @Test
  void should_say_what_to_do_when_no_plugin_is_there() {
    console.world().plugins().clear();
    console.open("catalogue");
    assertThat(Words.of(_get(CatalogueView.class))).contains("No plugins are installed");
  }

  @Test
  void should_show_only_text_when_a_plugin_speaks_markup() {
    console.world().plugins().get(0).put("name", "<img src=x onerror=alert(1)>");
    console.world().plugins().get(0).put("icon", "javascript:alert(1)");
    console.open("catalogue");
    assertThat(Words.of(_get(CatalogueView.class))).contains("<img src=x onerror=alert(1)>");
    assertThat(Jsoup.parse(Console.markup()).select("[onerror], [src^=javascript]")).isEmpty();
  }
}
