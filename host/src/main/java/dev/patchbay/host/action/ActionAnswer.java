package dev.patchbay.host.action;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.plugin.PluginDefect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/**
 * What whoever asked for an action hears; it is made of what was written down, so that it is the
 * same for each who asks with the same key.
 */
final class ActionAnswer {

  private ActionAnswer() {}

  /**
   * @param base the address of the API, below which the run is found
   * @throws ProblemException if it was not done, or if nobody knows
   */
  static Response of(ActionRun run, UriBuilder base) {
    return switch (run.state()) {
      case SUCCEEDED -> Response.ok(ActionRunSummary.of(run)).build();
      case RUNNING ->
          Response.accepted(ActionRunSummary.of(run))
              .location(base.path("v1/action-runs/{run}").build(run.id()))
              .build();
      case FAILED -> throw failed(run);
      case OUTCOME_UNKNOWN -> throw unknown(run);
    };
  }

  private static ProblemException failed(ActionRun run) {
    var problem = ProblemException.of(type(run), run.problem()).withCategory(run.category());
    run.retryAfter().ifPresent(problem::withRetryAfter);
    return problem;
  }

  private static ProblemType type(ActionRun run) {
    if (PluginDefect.class.getSimpleName().equals(run.category())) {
      return ProblemType.INTERNAL_ERROR;
    }
    return RateLimited.class.getSimpleName().equals(run.category())
            || Unavailable.class.getSimpleName().equals(run.category())
        ? ProblemType.UNAVAILABLE
        : ProblemType.SERVICE_REFUSED;
  }

  private static ProblemException unknown(ActionRun run) {
    return ProblemException.of(
            ProblemType.SERVICE_TIMEOUT,
            "Whether %s was done is unknown (%s). Look at the service before you ask again, with a new Idempotency-Key; the run is %s."
                .formatted(run.action(), run.problem(), run.id()))
        .withCategory(run.category());
  }
}
