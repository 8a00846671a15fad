package dev.patchbay.host.persistence;

import java.sql.SQLException;

/**
 * Tells whether a failure is two writers meeting at a unique constraint, which no look beforehand
 * can rule out.
 */
public final class UniqueViolation {
  private static final String STATE = "23505";

  private UniqueViolation() {}

  public static boolean isBehind(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && STATE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
