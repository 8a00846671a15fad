package dev.patchbay.console.twoway;

import static dev.patchbay.console.twoway.TwoWayPages.offers;
import static dev.patchbay.console.twoway.TwoWayPages.press;
import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fixture.Console;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlanViewTest {
  @RegisterExtension private final Console console = Console.connected();

  private void enter(String role) {
    TwoWayPages.enter(console, role, "push-plan");
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
  void should_show_what_would_go_to_another_collection() {
    console.world().twoWay().plan("Lunch with Ada", "UPDATE", "title", "Lunch", "Lunch with Ada");
    console.world().twoWay().planMove("Team lunch");
    enter("editor");

    assertThat(words())
        .contains("2 edits")
        .contains("Anna Berger: 0 new, 1 changed, 1 moved away, 0 deleted, of 40 records")
        .contains("Team: 0 new, 1 changed, 0 deleted, of 7 records")
        .containsSubsequence("Team lunch", "It would be moved to Team.");
  }

  @Test
  void should_say_of_which_edits_invitees_are_told() {
    console.world().twoWay().plan("Old dinner", "DELETE");
    console.world().twoWay().planNotice("Lunch with Ada");
    enter("editor");

    assertThat(words()).containsSubsequence("Old dinner", "Lunch with Ada", "It tells invitees");
    assertThat(words()).containsOnlyOnce("It tells invitees");
  }

  @Test
  void should_say_what_becomes_of_a_series_that_is_split() {
    console.world().twoWay().planSplit("Daily", "continuation");
    console.world().twoWay().planSplit("Party", "exception");
    console.world().twoWay().planSplit("Standup", "end");
    console.world().twoWay().planSplit("Old party", "remainder");
    enter("editor");

    assertThat(words())
        .containsSubsequence(
            "It would continue a series from 2026-12-15 09:00:00 on.",
            "It would stay a changed occurrence, of \u201cDaily\u201d from now on.",
            "It would end before 2026-12-15 09:00:00 and continue as \u201cDaily\u201d",
            "It would leave its series, which ends before");
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

  @Test
  void should_tell_that_the_service_has_a_new_record_already() {
    console.world().twoWay().planTwin("Lunch with Ada", "rec_of_Lunch", "Lunch");
    enter("editor");

    assertThat(words())
        .contains("Anna Berger: 0 new, 1 already there, 0 changed")
        .contains("The service has it already (same uid): both become one record.");
    assertThat(offers("It is new: Lunch with Ada")).isFalse();
    assertThat(offers("Confirm and send: Events")).isTrue();
  }

  @Test
  void should_ask_which_item_a_new_record_is_and_offer_nothing_to_send_before() {
    console.world().twoWay().planTwin("Lunch with Ada", null, "Lunch", "Taken lunch");
    enter("editor");
    assertThat(words())
        .contains("1 perhaps already there", "The service may have it already (same uid)");
    assertThat(offers("Confirm and send: Events")).isFalse();
    assertThat(offers("It is Taken lunch in Anna Berger: Lunch with Ada")).isFalse();

    press("It is Lunch in Anna Berger: Lunch with Ada");

    assertThat(words()).contains("1 already there", "both become one record");
    assertThat(offers("Confirm and send: Events")).isTrue();
  }

  @Test
  void should_take_a_record_for_a_new_one_when_a_person_says_so() {
    console.world().twoWay().planTwin("Lunch with Ada", null, "Lunch", "Lunch again");
    enter("editor");

    press("It is new: Lunch with Ada");

    assertThat(words()).contains("Anna Berger: 1 new, 0 changed");
  }

  @Test
  void should_let_a_viewer_choose_nothing() {
    console.world().twoWay().planTwin("Lunch with Ada", null, "Lunch", "Lunch again");
    enter("viewer");

    assertThat(words()).contains("perhaps already there", "Lunch again");
    assertThat(offers("It is new: Lunch with Ada")).isFalse();
    assertThat(offers("It is Lunch in Anna Berger: Lunch with Ada")).isFalse();
  }

  @Test
  void should_show_what_the_service_no_longer_shows_and_delete_exactly_that_when_told_so() {
    console.world().twoWay().miss("Old lunch");
    console.world().twoWay().miss("Old dinner");
    enter("editor");
    assertThat(words())
        .contains("Events: 2 records no longer shown", "Anna Berger: 2 of 40 records")
        .contains("Old lunch", "Old dinner")
        .doesNotContain("Nothing waits");

    press("They are gone: delete them here: Events");

    assertThat(console.world().twoWay().syncs())
        .singleElement()
        .satisfies(
            sync -> {
              assertThat(sync.path("confirm").asText()).isEqualTo("hash-of-these-deletions");
              assertThat(sync.path("direction").asText()).isEqualTo("pull");
              assertThat(sync.path("type").asText()).isEqualTo("event");
            });
  }

  @Test
  void should_let_a_viewer_delete_nothing() {
    console.world().twoWay().miss("Old lunch");
    enter("viewer");

    assertThat(words()).contains("Old lunch");
    assertThat(offers("They are gone: delete them here: Events")).isFalse();
  }
}
