package dev.patchbay.host.edit;

import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Takes a record that the service does not have to another collection: there is nothing to ask. */
@Singleton
public class Relocation {
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Edits edits;

  @Inject
  public Relocation(RecordRows rows, CollectionStore collections, Edits edits) {
    this.rows = rows;
    this.collections = collections;
    this.edits = edits;
  }

  void take(Connection database, RecordScope from, String to, String recordId) throws SQLException {
    RecordScope there = new RecordScope(from.tenantId(), from.connectionId(), from.type(), to);
    rows.move(database, there, recordId);
    edits.move(database, there, recordId);
    collections.grow(database, from.collectionId(), -1);
    collections.grow(database, to, 1);
  }
}
