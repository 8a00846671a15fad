package dev.patchbay.host.action;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.connection.OutcomeUnknown;
import dev.patchbay.host.plugin.PluginDefect;
import dev.patchbay.host.problem.ProblemException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Why an action was not done, or not surely.
 *
 * @param category the integration exception's name, or that of the plugin's defect
 * @param words what the service or the server says, without secrets
 * @param retryAfter when the service wants to be asked again
 */
record Failure(ActionState state, String category, String words, Optional<Duration> retryAfter) {
  private static final System.Logger LOG = System.getLogger(Failure.class.getName());
  private static final Set<String> PASSING =
      Set.of(
          RateLimited.class.getSimpleName(),
          Unavailable.class.getSimpleName(),
          ReauthorizationNeeded.class.getSimpleName());

  static Failure of(RuntimeException thrown) {
    if (thrown instanceof OutcomeUnknown) {
      return unknown(thrown.getMessage());
    }
    if (thrown instanceof RateLimited limited) {
      return failed(RateLimited.class, thrown.getMessage(), limited.retryAfter());
    }
    if (thrown instanceof IntegrationException || thrown instanceof PluginDefect) {
      return failed(thrown.getClass(), thrown.getMessage(), Optional.empty());
    }
    if (thrown instanceof ProblemException) {
      return failed(Unavailable.class, thrown.getMessage(), Optional.empty());
    }
    LOG.log(Level.ERROR, "An action broke in the server", thrown);
    return unknown("the server broke; its log has more");
  }

  private static Failure failed(Class<?> category, String words, Optional<Duration> retryAfter) {
    return new Failure(ActionState.FAILED, category.getSimpleName(), words, retryAfter);
  }

  static Failure unknown(String why) {
    return new Failure(
        ActionState.OUTCOME_UNKNOWN, OutcomeUnknown.class.getSimpleName(), why, Optional.empty());
  }

  /** Whether another attempt may succeed with no other request. */
  static boolean isPassing(String category) {
    return PASSING.contains(category);
  }
}
