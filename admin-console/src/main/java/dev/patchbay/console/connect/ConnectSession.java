package dev.patchbay.console.connect;

import java.time.Instant;
import java.util.Optional;

/** One attempt to authorise an account; lives until it succeeds, fails or runs out of time. */
record ConnectSession(
    String id,
    String connectUrl,
    State state,
    String connectionId,
    String problem,
    Instant expiresAt) {

  enum State {
    OPEN,
    CONNECTED,
    FAILED,
    EXPIRED
  }

  boolean isOver() {
    return state != State.OPEN;
  }

  Optional<String> connection() {
    return Optional.ofNullable(connectionId);
  }

  /** Why it did not work, for the admin. */
  String failure() {
    if (state == State.EXPIRED) {
      return "This attempt ran out of time. Nothing was connected.";
    }
    return Optional.ofNullable(problem).orElse("The service did not grant access.");
  }
}
