package dev.patchbay.host.sync;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;

/**
 * The second record of one item, which a pull made while nobody could tell that the item is one
 * that the CRM made. Once that is known the CRM's record stays, since the CRM knows it.
 */
@Singleton
class Twins {
  private static final String FIND =
      "select r.id, r.deleted_at, e.record_id as edited from record r left join edit e"
          + " on e.connection_id = r.connection_id and e.type = r.type and e.record_id = r.id"
          + " where r.collection_id = ? and r.external_id = ? and r.id <> ?";
  private static final String REASON = "the same item as a record that the CRM made";

  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Clock clock;

  @Inject
  Twins(RecordStore store, RecordRows rows, CollectionStore collections, Clock clock) {
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.clock = clock;
  }

  /**
   * Makes way for a record whose item turned out to be this one.
   *
   * @throws Rejected if the CRM edited the other record, so that somebody has to wait for that
   */
  void absorb(Connection database, RecordScope scope, String recordId, String externalId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, scope.collectionId());
      statement.setString(2, externalId);
      statement.setString(3, recordId);
      try (ResultSet twin = statement.executeQuery()) {
        if (twin.next()) {
          requireUnedited(twin.getString("edited"));
          if (twin.getObject("deleted_at") == null) {
            collections.grow(database, scope.collectionId(), -1);
          }
          long seq = store.takeChanges(database, scope.tenantId(), 1);
          rows.giveWay(database, scope, twin.getString("id"), REASON, seq, clock.instant());
        }
      }
    }
  }

  private static void requireUnedited(String edited) {
    if (edited != null) {
      throw new Rejected(
          ("The service has the item; a pull brought it as the record %s, which has an edit on its"
                  + " way. Retry when that is sent")
              .formatted(edited));
    }
  }
}
