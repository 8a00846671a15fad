package dev.patchbay.host.action;

import java.time.Instant;
import java.util.Map;

/**
 * What the API tells of an action.
 *
 * @param result what it gave, in the form that its plugin declares; absent until it is done
 * @param category why it was not done, as the category of the failure
 * @param problem the same in the service's own words
 */
public record ActionRunSummary(
    String id,
    String connectionId,
    String action,
    ActionState state,
    Map<String, Object> result,
    String category,
    String problem,
    Instant startedAt,
    Instant finishedAt) {

  static ActionRunSummary of(ActionRun run) {
    return new ActionRunSummary(
        run.id(),
        run.connectionId(),
        run.action(),
        run.state(),
        run.result().orElse(null),
        run.category(),
        run.problem(),
        run.startedAt(),
        run.finishedAt());
  }
}
