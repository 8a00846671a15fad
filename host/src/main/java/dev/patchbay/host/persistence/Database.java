package dev.patchbay.host.persistence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain work on the database: each block is one transaction of its own. It goes without the
 * container's transaction manager, since a pull has no part in anybody else's transaction and its
 * commits are what its speed hangs on. Where the container has begun one, as for a call that is
 * told in the audit, the work is a part of that, over the same connection: a second one would make
 * it a transaction of two, and callers would wait for each other's.
 */
@Singleton
public class Database {
  private final DataSource source;
  private final RunningTransaction running;

  @Inject
  public Database(DataSource source, RunningTransaction running) {
    this.source = source;
    this.running = running;
  }

  /** A database on which nobody else begins transactions. */
  public Database(DataSource source) {
    this(source, RunningTransaction.NONE);
  }

  /**
   * Runs the work and commits; whatever it throws rolls back. Within somebody else's transaction
   * neither is done here.
   */
  public <T> T write(Work<T> work) {
    return on(work, connection -> alone(connection, work));
  }

  private static <T> T alone(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = work.on(connection);
      connection.commit();
      return result;
    } catch (Throwable failure) {
      rollBack(connection, failure);
      throw failure;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Runs the work, each statement of it on its own. */
  public <T> T read(Work<T> work) {
    return on(work, work);
  }

  /** Whether work here would be a part of somebody else's transaction. */
  public boolean takesPart() {
    return running.connection().isPresent();
  }

  private <T> T on(Work<T> within, Work<T> otherwise) {
    Optional<Connection> theirs = running.connection();
    try {
      if (theirs.isPresent()) {
        return within.on(theirs.get());
      }
      try (Connection connection = source.getConnection()) {
        return otherwise.on(connection);
      }
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Work on a connection that the worker neither commits nor closes. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
