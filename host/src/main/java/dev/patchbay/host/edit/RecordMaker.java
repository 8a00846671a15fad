package dev.patchbay.host.edit;

import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordWrite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes records of which the service has no item yet: until then it is known by the record's id.
 */
@Singleton
public class RecordMaker {
  private final RecordStore store;
  private final CollectionStore collections;
  private final Edits edits;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public RecordMaker(
      RecordStore store, CollectionStore collections, Edits edits, Ids ids, Clock clock) {
    this.store = store;
    this.collections = collections;
    this.edits = edits;
    this.ids = ids;
    this.clock = clock;
  }

  void make(Connection database, RecordScope scope, String id, String data, Notice notice, long seq)
      throws SQLException {
    Instant now = clock.instant();
    store.insert(database, scope, List.of(new RecordWrite(id, id, null, "", data)), seq, now);
    Intent intent = new Intent(EditKind.CREATE, Optional.empty(), ids.next("key"), notice);
    edits.insert(database, scope, id, intent, now);
    collections.grow(database, scope.collectionId(), 1);
  }
}
