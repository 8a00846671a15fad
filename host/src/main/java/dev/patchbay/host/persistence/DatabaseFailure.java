package dev.patchbay.host.persistence;

import java.sql.SQLException;

/**
 * The database did not do what was asked. Whether the last commit arrived may be unknown; a pull
 * goes on from what the database then says, so it need not know.
 */
public class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseFailure(SQLException cause) {
    super("The database failed: " + cause.getMessage(), cause);
  }

  /** Whether the data were at fault, so that the same attempt will always fail. */
  public boolean isAboutData() {
    return getCause() instanceof SQLException e
        && e.getSQLState() != null
        && (e.getSQLState().startsWith("22") || e.getSQLState().startsWith("23"));
  }
}
