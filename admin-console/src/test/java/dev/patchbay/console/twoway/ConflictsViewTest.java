package dev.patchbay.console.twoway;

import static dev.patchbay.console.twoway.TwoWayPages.offers;
import static dev.patchbay.console.twoway.TwoWayPages.open;
import static dev.patchbay.console.twoway.TwoWayPages.press;
import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.console.fixture.Console;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConflictsViewTest {
  @RegisterExtension private final Console console = Console.connected();

  private Map<String, Object> conflict;

  private void conflict() {
    conflict = console.world().twoWay().conflict("Lunch", "title", "Lunch, ours", "Lunch, theirs");
  }

  private void enter(String role) {
    TwoWayPages.enter(console, role, "conflicts");
  }

  @Test
  void should_tell_what_would_stand_here_when_there_is_none() {
    enter("editor");
    assertThat(words()).contains("No conflict waits for you", "both values stand here");

    open(console, "conflicts?state=decided");
    assertThat(words()).contains("Nothing was decided yet");
  }

  @Test
  void should_show_both_values_next_to_each_other() {
    conflict();
    enter("editor");

    assertThat(words())
        .containsSubsequence("Lunch", "Title", "Your CRM", "Lunch, ours")
        .containsSubsequence("The service", "Stands until you decide", "Lunch, theirs");
  }

  @Test
  void should_tell_when_one_side_removed_the_field() {
    console.world().twoWay().conflict("Lunch", "", null, Map.of("title", "Lunch"));
    enter("editor");

    assertThat(words()).containsSubsequence("The whole record", "Your CRM", "nothing");
  }

  @Test
  void should_keep_the_crms_when_it_is_chosen_and_show_it_among_the_decided() {
    conflict();
    enter("editor");
    press("Keep the CRM's: Title of Lunch");

    assertThat(conflict).containsEntry("winner", "crm");
    assertThat(words()).contains("No conflict waits for you");

    open(console, "conflicts?state=decided");
    assertThat(words())
        .containsSubsequence("Your CRM", "Stands", "Lunch, ours")
        .contains("decided by a person");
    assertThat(offers("Keep the CRM's: Title of Lunch")).isFalse();
  }

  @Test
  void should_keep_the_services_when_it_is_chosen() {
    conflict();
    enter("admin");
    press("Keep the service's: Title of Lunch");

    assertThat(conflict).containsEntry("winner", "service");
  }

  @Test
  void should_let_a_viewer_look_and_choose_nothing() {
    conflict();
    enter("viewer");

    assertThat(words()).contains("Lunch, ours", "Lunch, theirs");
    assertThat(offers("Keep the CRM's: Title of Lunch")).isFalse();
  }
}
