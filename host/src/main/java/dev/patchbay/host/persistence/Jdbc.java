package dev.patchbay.host.persistence;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;

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
}
