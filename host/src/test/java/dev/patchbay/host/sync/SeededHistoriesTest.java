package dev.patchbay.host.sync;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.sync.Act.Field;
import dev.patchbay.host.sync.Act.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * For each of the classical faults of sync the history in which it shows: the oracle of {@link
 * ConvergenceTest} has to notice it by itself.
 */
@OnBothDatabases
class SeededHistoriesTest {
  @Parameter Dialect dialect;

  @Test
  void should_come_to_rest_after_an_edit_of_the_crm() {
    requireConvergence(new Act(Kind.CRM_EDITS, 0, Field.TITLE, Step.MARKED, 1));
  }

  @Test
  void should_pull_again_what_a_crash_kept_from_being_written() {
    requireConvergence(
        new Act(Kind.OWNER_EDITS, 0, Field.TITLE, Step.MARKED, 1),
        new Act(Kind.SYNC_CRASHES, 1, Field.TITLE, Step.PULL_COMPLETE, 1));
  }

  @Test
  void should_merge_what_the_owner_edits_at_the_moment_of_sending() {
    requireConvergence(new Act(Kind.SYNC_MEETS_OWNER_AND_CRASHES, 0, Field.TITLE, Step.PULLED, 2));
  }

  @Test
  void should_delete_what_the_owner_deleted() {
    requireConvergence(new Act(Kind.OWNER_DELETES, 0, Field.TITLE, Step.MARKED, 1));
  }

  private void requireConvergence(Act... acts) {
    try {
      History.requireConvergence(dialect, Policy.LATEST_WINS, List.of(acts));
    } catch (AssertionError judged) {
      throw new AssertionError("let through: " + judged.getCause(), judged);
    }
  }
}
