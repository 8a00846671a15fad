package dev.patchbay.console.twoway;

import static dev.patchbay.console.twoway.TwoWayPages.offers;
import static dev.patchbay.console.twoway.TwoWayPages.open;
import static dev.patchbay.console.twoway.TwoWayPages.press;
import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fixture.Console;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanViewTest {
  @RegisterExtension private final Console console = new Console();

  @BeforeEach
  void connect() {
    console.world().connect("Anna's calendar", "anna@example.com", "ACTIVE");
  }

  private void enter(String role) {
    console.world().roles(role);
    console.signIn();
    open(console, "push-plan");
  }

  @Test
  void should_tell_what_would_stand_here_when_nothing_waits() {
    enter("editor");

    assertThat(words()).contains("Nothing waits to be sent", "field by field");
  }

  @Test
  void should_tell_so_when_the_service_is_only_read() {
    console.world().plugins().get(0).put("types", List.of());
    enter("editor");

    assertThat(words()).contains("This service is only read");
  }

  @Test
  void should_show_what_each_edit_would_do() {
    console
        .world()
        .twoWay()
        .plan(
            "Lunch with Ada",
            "UPDATE",
            "title",
            "Lunch",
            "Lunch with Ada",
            "freeBusyStatus",
            null,
            "busy",
            "locations/1",
            Map.of("name", "Kronenhalle"),
            null);
    console.world().twoWay().plan("Old dinner", "DELETE");
    enter("editor");

    assertThat(words())
        .contains("2 edits", "Anna Berger: 0 new, 1 changed, 1 deleted, of 40 records")
        .contains("It would be the first push to this collection, so it waits")
        .containsSubsequence("Changed", "Lunch with Ada", "Title", "Lunch", "Lunch with Ada")
        .containsSubsequence("Free busy status", "nothing", "busy")
        .containsSubsequence("Locations › 1", "Kronenhalle", "nothing")
        .containsSubsequence("Deleted", "Old dinner", "gone at the service");
  }

  @Test
  void should_send_exactly_the_plan_that_was_seen() {
    console.world().twoWay().plan("Lunch with Ada", "UPDATE", "title", "Lunch", "Lunch with Ada");
    enter("editor");
    press("Confirm and send: Events");

    assertThat(console.world().twoWay().syncs())
        .singleElement()
        .satisfies(
            sync -> {
              assertThat(sync.path("confirm").asText()).isEqualTo("hash-of-this-very-plan");
              assertThat(sync.path("direction").asText()).isEqualTo("push");
              assertThat(sync.path("type").asText()).isEqualTo("event");
            });
    assertThat(words()).contains("Sync runs", "Running");
  }

  @Test
  void should_not_ask_for_a_word_when_none_is_needed() {
    console.world().twoWay().plan("Lunch with Ada", "UPDATE", "title", "Lunch", "Lunch with Ada");
    console.world().twoWay().trusted();
    enter("admin");

    assertThat(words()).doesNotContain("waits for a person's word");
    assertThat(offers("Send now: Events")).isTrue();
  }

  @Test
  void should_let_a_viewer_look_and_send_nothing() {
    console.world().twoWay().plan("Lunch with Ada", "UPDATE", "title", "Lunch", "Lunch with Ada");
    enter("viewer");

    assertThat(words()).contains("Lunch with Ada");
    assertThat(offers("Confirm and send: Events")).isFalse();
  }
}
