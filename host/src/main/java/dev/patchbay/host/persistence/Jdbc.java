package dev.patchbay.host.persistence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Lends the connection of the running transaction, for SQL that goes beside JPA in one commit. */
@Singleton
public class Jdbc {
  private final EntityManager entities;

  @Inject
  public Jdbc(EntityManager entities) {
    this.entities = entities;
  }

  /** Returns the transaction's connection; the borrower neither closes nor commits it. */
  public Connection connection() {
    entities.flush();
    Connection connection = entities.unwrap(Connection.class);
    if (connection == null) {
      throw new IllegalStateException("No transaction is running: call this inside Transactions");
    }
    return connection;
  }

  /**
   * Writes a row that somebody else may write at the same moment: then theirs stands, and the
   * running transaction goes on.
   */
  public void insertOnce(Insert row) throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute("savepoint insert_once");
      try {
        row.insert();
        statement.execute("release savepoint insert_once");
      } catch (SQLException e) {
        statement.execute("rollback to savepoint insert_once");
        if (!UniqueViolation.isBehind(e)) {
          throw e;
        }
      }
    }
  }

  /** Writes one row over the transaction's connection. */
  @FunctionalInterface
  public interface Insert {
    void insert() throws SQLException;
  }
}
