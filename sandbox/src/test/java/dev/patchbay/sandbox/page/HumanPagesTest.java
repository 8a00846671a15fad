package dev.patchbay.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.Caller;
import dev.patchbay.sandbox.Sandbox;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HumanPagesTest {
  private static final String CALENDAR = "/google/ada%40sandbox.example/ada%40sandbox.example";

  private Sandbox sandbox;
  private Caller caller;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(null, 0);
    caller = new Caller(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void should_lead_to_every_calendar_when_a_person_opens_the_sandbox() {
    String home = caller.get("/").body();
    Matcher links = Pattern.compile("href=\"(/google/[^\"]+)\"").matcher(home);

    assertThat(home).contains("Ada Lovelace", "Orbit Works team");
    assertThat(links.results().map(m -> m.group(1)).toList())
        .hasSize(9)
        .allSatisfy(link -> assertThat(caller.get(link).status()).isEqualTo(200));
  }

  @Test
  void should_change_the_calendar_when_forms_are_sent() {
    assertThat(form("/add", "Brand new").status()).isEqualTo(303);
    String id = idOf("Brand new");

    form("/" + id + "/rename", "Renamed <b>");
    assertThat(page()).contains("Renamed &lt;b&gt;").doesNotContain("Brand new");

    form("/" + id + "/delete", "");
    assertThat(page()).doesNotContain("Renamed");
  }

  private Caller.Reply form(String path, String summary) {
    return caller.form(CALENDAR + path, Map.of("summary", summary));
  }

  private String page() {
    return caller.get(CALENDAR).body();
  }

  private String idOf(String summary) {
    return caller
        .control("GET", "/google/accounts/ada@sandbox.example/calendars/primary/events", "")
        .json()
        .get("items")
        .valueStream()
        .filter(event -> event.path("summary").asText().equals(summary))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asText();
  }

  @Test
  void should_come_back_to_the_event_when_its_form_was_sent() {
    Caller.Reply reply = form("/add", "Look here");

    String id = idOf("Look here");
    assertThat(reply.header("Location")).isEqualTo(CALENDAR + "#" + id);
    assertThat(page()).contains("<li id=\"" + id + "\">");
  }

  @Test
  void should_say_not_found_when_account_or_calendar_is_unknown() {
    assertThat(caller.get("/google/nobody%40x/primary").status()).isEqualTo(404);
    assertThat(caller.get("/google/ada%40sandbox.example/none").status()).isEqualTo(404);
    assertThat(caller.get("/nothing").body()).contains("/nothing");
  }

  @Test
  void should_run_no_script_and_load_nothing_from_outside_when_shown() {
    Caller.Reply home = caller.get("/");

    assertThat(home.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(home.body()).doesNotContain("<script", "=\"http", "=\"//", "url(");
    assertThat(caller.get("/assets/sandbox.css").header("Content-Type")).startsWith("text/css");
  }

  @Test
  void should_escape_text_and_attributes_when_rendered() {
    String html = Element.tag("p", "a < b & \"c\"").attribute("title", "' onclick=x \"").render();

    assertThat(html)
        .isEqualTo(
            "<!doctype html>\n"
                + "<p title=\"&#39; onclick=x &quot;\">a &lt; b &amp; &quot;c&quot;</p>");
  }
}
