package dev.patchbay.console.twoway;

import static dev.patchbay.console.twoway.TwoWayPages.agree;
import static dev.patchbay.console.twoway.TwoWayPages.asked;
import static dev.patchbay.console.twoway.TwoWayPages.offers;
import static dev.patchbay.console.twoway.TwoWayPages.press;
import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fixture.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuarantineViewTest {
  private static final String RETRY = "POST /api/v1/connections/con_1/quarantine/rec_0/retry";
  private static final String GIVE_UP = "DELETE /api/v1/connections/con_1/quarantine/rec_0";

  @RegisterExtension private final Console console = Console.connected();

  private void enter(String role) {
    TwoWayPages.enter(console, role, "quarantine");
  }

  private void refused() {
    console
        .world()
        .twoWay()
        .setAside("Lunch", "QUARANTINED", "Missing end time.", "duration", "PT1H", null);
  }

  @Test
  void should_tell_what_would_stand_here_when_it_is_empty() {
    enter("editor");

    assertThat(words()).contains("Nothing is in quarantine", "stands here with its reason");
  }

  @Test
  void should_show_the_edit_and_the_services_own_words() {
    refused();
    enter("editor");

    assertThat(words())
        .containsSubsequence("Changed", "Lunch", "Refused", "The service refused this edit")
        .containsSubsequence("Missing end time.", "Duration", "PT1H", "nothing");
  }

  @Test
  void should_send_it_again_when_that_is_wanted() {
    refused();
    enter("editor");
    press("Retry: Lunch");

    assertThat(console.host().calls()).contains(RETRY);
    assertThat(words()).contains("Nothing is in quarantine");
  }

  @Test
  void should_warn_before_it_is_sent_again_when_nobody_knows_whether_it_is_there() {
    console.world().twoWay().setAside("Lunch", "OUTCOME_UNKNOWN", null);
    enter("editor");
    assertThat(words()).contains("Outcome unknown", "Nobody can tell");
    press("Retry: Lunch");
    assertThat(console.host().calls()).doesNotContain(RETRY);
    assertThat(asked()).contains("twice");
    agree("Send again");

    assertThat(console.host().calls()).contains(RETRY);
  }

  @Test
  void should_give_it_up_when_that_is_wanted_twice() {
    refused();
    enter("admin");
    press("Give up: Lunch");
    assertThat(console.host().calls()).doesNotContain(GIVE_UP);
    agree("Give up");

    assertThat(console.host().calls()).contains(GIVE_UP);
    assertThat(words()).contains("Nothing is in quarantine");
  }

  @Test
  void should_let_a_viewer_look_and_do_nothing() {
    refused();
    enter("viewer");

    assertThat(words()).contains("Missing end time.");
    assertThat(offers("Retry: Lunch")).isFalse();
    assertThat(offers("Give up: Lunch")).isFalse();
  }
}
