package dev.patchbay.host.operation;

import dev.patchbay.host.connection.EndUserErased;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Jdbc;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;

/**
 * Removes the exchanges with services on behalf of a person who is erased: those in the database in
 * the same commit, and after it those that waited in the log.
 */
@Singleton
public class ErasedOperations {
  private final OperationWriter writer;
  private final OperationStore store;
  private final Jdbc jdbc;
  private final Database database;

  @Inject
  public ErasedOperations(
      OperationWriter writer, OperationStore store, Jdbc jdbc, Database database) {
    this.writer = writer;
    this.store = store;
    this.jdbc = jdbc;
    this.database = database;
  }

  void remove(@Observes EndUserErased erased) throws SQLException {
    store.erase(jdbc.connection(), erased.tenantId(), erased.connectionIds());
  }

  void removeLate(@Observes(during = TransactionPhase.AFTER_SUCCESS) EndUserErased erased) {
    writer.write();
    database.write(
        connection -> {
          store.erase(connection, erased.tenantId(), erased.connectionIds());
          return null;
        });
  }
}
