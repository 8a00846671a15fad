package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Written;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.Notice;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes edits along whose item is in another collection by now, whoever moved it there. */
@Singleton
class MovedEdits {
  private final Edits edits;
  private final SentEdits sentEdits;
  private final EditMerge merge;
  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Departures departures;
  private final Twins twins;
  private final Clock clock;

  @Inject
  MovedEdits(
      Edits edits,
      SentEdits sentEdits,
      EditMerge merge,
      RecordStore store,
      RecordRows rows,
      CollectionStore collections,
      Departures departures,
      Twins twins,
      Clock clock) {
    this.edits = edits;
    this.sentEdits = sentEdits;
    this.merge = merge;
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.departures = departures;
    this.twins = twins;
    this.clock = clock;
  }

  /**
   * Takes the record along to the collection that its item was moved to, where its edit waits.
   *
   * @return false if that collection knew the item before, so that it is a copy
   */
  boolean move(HeldRun run, RecordScope from, RecordScope to, PendingEdit sent) {
    AtomicBoolean moved = new AtomicBoolean();
    run.write(
        run.report(),
        connection -> {
          store.takeChanges(connection, from.tenantId(), 1);
          if (departures.isLive(connection, to.collectionId(), sent.externalId())) {
            return;
          }
          moved.set(true);
          take(connection, from, to, sent);
          if (sent.wasSentTo(to.collectionId())) {
            Notice notice = sentEdits.present(connection, to, sent).notice().arrived();
            edits.tell(connection, to, sent.recordId(), notice);
            edits.mark(connection, to, sent.recordId(), EditState.WAITING);
          } else {
            sentEdits.putBack(connection, to, sent);
          }
        });
    return moved.get();
  }

  private void take(Connection connection, RecordScope from, RecordScope to, PendingEdit sent)
      throws SQLException {
    if (departures.move(connection, to, from.collectionId(), sent.externalId())) {
      collections.grow(connection, from.collectionId(), -1);
      collections.grow(connection, to.collectionId(), 1);
    }
  }

  /**
   * The service has moved the item; what else was edited is merged with what it answered. Of both
   * together the invitees are told once, so where more is to be sent, by that.
   */
  void moved(HeldRun run, RecordScope from, RecordScope to, PendingEdit sent, Written written) {
    run.write(
        run.report().plus(Sent.UPDATED),
        connection -> {
          long seq = store.takeChanges(connection, from.tenantId(), 1);
          if (departures.isLive(connection, to.collectionId(), sent.externalId())) {
            twins.absorb(connection, to, sent.recordId(), sent.externalId());
          }
          take(connection, from, to, sent);
          PendingEdit now =
              sent.isMoveAlone()
                  ? SentEdits.arrived(sentEdits.present(connection, to, sent))
                  : sentEdits.withdrawn(connection, to, sent);
          String held = JsonObjects.write(written.item().json());
          String data =
              now.deleted()
                  ? sentEdits.overtaken(connection, to, now, held)
                  : merge.merge(connection, to, now, held);
          rows.settle(
              connection, to, SentEdits.write(now.recordId(), written, data), seq, clock.instant());
        });
  }
}
