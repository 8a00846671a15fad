package dev.patchbay.host.match;

import dev.patchbay.host.edit.Conflicts;
import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordWrite;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes one record of two: the CRM's becomes that of the service's item, since the CRM's own id
 * leads to it, and the one that the pull made ends as a tombstone that names it.
 */
@Singleton
public class Joining {
  private static final String REASON = "the same item as a record of the CRM";

  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Edits edits;
  private final EditMerge merge;
  private final Conflicts conflicts;
  private final MatchRows candidates;
  private final Clock clock;

  @Inject
  public Joining(
      RecordStore store,
      RecordRows rows,
      CollectionStore collections,
      Edits edits,
      EditMerge merge,
      Conflicts conflicts,
      MatchRows candidates,
      Clock clock) {
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.edits = edits;
    this.merge = merge;
    this.conflicts = conflicts;
    this.candidates = candidates;
    this.clock = clock;
  }

  /**
   * @return false if it is no longer as it was planned, and nothing was done
   */
  public boolean join(Connection database, RecordScope scope, PendingEdit planned, String same)
      throws SQLException {
    long seq = store.takeChanges(database, scope.tenantId(), 2);
    Optional<PendingEdit> edit =
        edits
            .find(database, scope.connectionId(), scope.type(), planned.recordId())
            .filter(now -> now.generation() == planned.generation())
            .filter(now -> now.kind() == EditKind.CREATE && now.state() == EditState.WAITING);
    Optional<MatchCandidate> item =
        candidates
            .find(database, scope.connectionId(), scope.type(), same)
            .filter(MatchCandidate::isFree);
    if (edit.isEmpty() || item.isEmpty()) {
      return false;
    }
    join(database, scope, edit.get(), item.get(), seq);
    return true;
  }

  private void join(
      Connection database, RecordScope scope, PendingEdit edit, MatchCandidate item, long seq)
      throws SQLException {
    Instant now = clock.instant();
    RecordScope place =
        new RecordScope(scope.tenantId(), scope.connectionId(), scope.type(), item.collection());
    rows.giveWay(database, place, item.recordId(), REASON, seq, now);
    conflicts.pass(database, place, item.recordId(), edit.recordId());
    if (!place.equals(scope)) {
      rows.move(database, place, edit.recordId());
      edits.move(database, place, edit.recordId());
    }
    collections.grow(database, scope.collectionId(), -1);
    String data = merge.join(database, place, edit, item.data());
    rows.settle(
        database,
        place,
        new RecordWrite(
            edit.recordId(), item.externalId(), item.externalVersion(), item.fingerprint(), data),
        seq + 1,
        now);
  }
}
