package dev.patchbay.console.twoway;

import static dev.patchbay.console.twoway.TwoWayPages.words;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import dev.patchbay.console.fixture.Console;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RunsViewTest {
  @RegisterExtension private final Console console = Console.connected();

  private Map<String, Object> run(String state) {
    Map<String, Object> run = console.world().runningRun("con_1");
    run.put("state", state);
    return run;
  }

  private void enter(String page) {
    TwoWayPages.enter(console, "viewer", page);
  }

  @Test
  void should_tell_what_would_stand_here_when_nothing_ran() {
    enter("sync-runs");

    assertThat(words()).contains("Nothing was synced yet", "what went wrong");
  }

  @Test
  void should_count_each_outcome_of_a_run() {
    Map<String, Object> run = run("SUCCEEDED");
    run.put("direction", "both");
    run.put("created", 3);
    run.put("unchanged", 1200);
    run.put("sent", Map.of("created", 4, "updated", 5, "deleted", 6, "refused", 7, "unknown", 8));
    run.put("conflicts", 9);
    enter("sync-runs");

    assertThat(words())
        .containsSubsequence("Done", "Both ways", "Read", "New", "3", "Unchanged", "1,200")
        .containsSubsequence("Sent to the service", "Made", "4", "Changed", "5", "Deleted", "6")
        .containsSubsequence("Quarantined", "7", "Outcome unknown", "8", "Conflicts", "9");
  }

  @Test
  void should_show_all_errors_in_their_words() {
    Map<String, Object> run = run("FAILED");
    run.put(
        "errors",
        List.of(
            Map.of("message", "Google answered: quota exceeded"),
            Map.of("externalId", "ext-7", "message", "Invalid recurrence rule")));
    enter("sync-runs");

    assertThat(words())
        .contains("Google answered: quota exceeded", "Invalid recurrence rule (item ext-7)");
  }

  @Test
  void should_lead_to_the_plan_when_a_run_waits_for_a_word() {
    run("AWAITING_CONFIRMATION");
    enter("sync-runs");

    assertThat(words()).contains("Waits for your word");
    assertThat(
            LocatorJ._find(Anchor.class).stream()
                .filter(link -> link.getText().contains("look at the plan"))
                .map(Anchor::getHref))
        .containsExactly("connections/con_1/push-plan");
  }

  @Test
  void should_show_only_the_failed_ones_when_the_address_says_so() {
    run("SUCCEEDED").put("created", 777);
    run("FAILED").put("errors", List.of(Map.of("message", "It broke")));
    enter("sync-runs?state=FAILED");

    assertThat(words()).contains("It broke").doesNotContain("777");
  }

  @Test
  void should_read_on_when_there_are_more() {
    for (int i = 0; i < 25; i++) {
      run("SUCCEEDED").put("created", 1000 + i);
    }
    enter("sync-runs");
    assertThat(words()).contains("1,024").doesNotContain("1,003");
    LocatorJ._click(LocatorJ._get(Button.class, spec -> spec.withText("Show more")));

    assertThat(words()).contains("1,000", "1,024");
  }

  @Test
  void should_follow_a_run_that_is_under_way() {
    Map<String, Object> run = console.world().runningRun("con_1");
    enter("sync-runs");
    assertThat(words()).contains("Running");
    console.world().progress(run, 12, true);
    console.beat();

    assertThat(words()).contains("Done", "12").doesNotContain("Running");
  }
}
