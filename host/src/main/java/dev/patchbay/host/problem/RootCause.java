package dev.patchbay.host.problem;

import java.sql.SQLException;

/** Finds the one line that says why, below the layers that only say that something went wrong. */
public final class RootCause {
  private RootCause() {}

  public static String line(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof SQLException)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse("");
  }
}
