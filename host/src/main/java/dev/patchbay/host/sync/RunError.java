package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import java.util.Set;

/**
 * Something that a run has to say: an item that was set aside, a reason, a note.
 *
 * @param externalId the item it is about, or null if it is about the run
 * @param category the failure category, or null if it is none of the six
 */
public record RunError(String externalId, String category, String message) {
  private static final int LONGEST = 500;
  private static final Set<String> WAITS =
      Set.of(RateLimited.class.getSimpleName(), Unavailable.class.getSimpleName());

  public RunError {
    externalId = externalId == null ? null : cut(externalId);
    message = cut(message);
  }

  static RunError note(String message) {
    return new RunError(null, null, message);
  }

  static RunError ofRun(Throwable failure) {
    return new RunError(null, category(failure), String.valueOf(failure.getMessage()));
  }

  static RunError ofItem(String externalId, Throwable failure) {
    return new RunError(externalId, category(failure), String.valueOf(failure.getMessage()));
  }

  /** Whether it is why a run waits, and no longer true once it goes on. */
  boolean isWait() {
    return externalId == null && category != null && WAITS.contains(category);
  }

  /** The same, said of one collection. */
  RunError in(String collection) {
    return new RunError(externalId, category, collection + ": " + message);
  }

  private static String category(Throwable failure) {
    return failure instanceof IntegrationException ? failure.getClass().getSimpleName() : null;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
