package dev.patchbay.host.sync;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.sync.Act.Field;
import dev.patchbay.host.sync.Act.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Histories that once ended badly, as {@link ConvergenceTest} printed them. */
@OnBothDatabases
class FoundHistoriesTest {
  @Parameter Dialect dialect;

  @Test
  void should_keep_both_values_when_a_conflict_meets_the_next() {
    History.requireConvergence(
        dialect,
        Policy.ASK,
        List.of(
            new Act(Kind.SYNC_MEETS_OWNER_AND_CRASHES, 1, Field.TITLE, Step.PULLED, 2),
            new Act(Kind.SYNC_MEETS_OWNER_AND_CRASHES, 3, Field.TITLE, Step.SETTLED, 2)));
  }

  @Test
  void should_keep_an_edit_of_something_new_whose_answer_was_lost() {
    History.requireConvergence(
        dialect,
        Policy.REMOTE_WINS,
        List.of(
            new Act(Kind.CRM_MAKES, 0, Field.TITLE, Step.MARKED, 1),
            new Act(Kind.SYNC_CRASHES, 1, Field.TITLE, Step.ANSWERED, 1),
            new Act(Kind.CRM_EDITS, 2, Field.TITLE, Step.MARKED, 1)));
  }

  @Test
  void should_delete_something_new_whose_answer_was_lost() {
    History.requireConvergence(
        dialect,
        Policy.LATEST_WINS,
        List.of(
            new Act(Kind.CRM_MAKES, 0, Field.TITLE, Step.MARKED, 1),
            new Act(Kind.SYNC_CRASHES, 1, Field.TITLE, Step.ANSWERED, 1),
            new Act(Kind.CRM_DELETES, 2, Field.TITLE, Step.MARKED, 1)));
  }

  @Test
  void should_follow_a_move_that_came_after_a_part_of_an_interrupted_pull() {
    History.requireConvergence(
        dialect,
        Policy.CRM_WINS,
        List.of(
            new Act(Kind.SYNC_WHILE_CRM_EDITS, 1, Field.TITLE, Step.PULLED, 1),
            new Act(Kind.SYNC_MEETS_OWNER_AND_CRASHES, 3, Field.TITLE, Step.PULL_COMPLETE, 1),
            new Act(Kind.OWNER_MOVES, 1, Field.DESCRIPTION, Step.REREAD, 1),
            new Act(Kind.SERVICE_FAILS, 0, Field.DESCRIPTION, Step.MERGED_AGAIN, 2)));
  }

  @Test
  void should_make_something_new_once_when_it_is_moved_while_another_is_sent() {
    History.requireConvergence(
        dialect,
        Policy.CRM_WINS,
        List.of(
            new Act(Kind.CRM_MAKES, 2, Field.TITLE, Step.SETTLED, 2),
            new Act(Kind.SYNC_MEETS_OWNER_AND_CRASHES, 1, Field.DESCRIPTION, Step.REREAD, 2),
            new Act(Kind.ANSWER_IS_LOST, 3, Field.TITLE, Step.MERGED_AGAIN, 1),
            new Act(Kind.CRM_MAKES, 2, Field.TITLE, Step.MERGED_AGAIN, 1),
            new Act(Kind.SYNC_WHILE_CRM_MOVES, 3, Field.DESCRIPTION, Step.MARKED, 2)));
  }
}
