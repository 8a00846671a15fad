package dev.patchbay.host.sync;

import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Written;
import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.Edits.Intent;
import dev.patchbay.host.edit.Notice;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.edit.SplitNames;
import dev.patchbay.host.edit.SplitUndo;
import dev.patchbay.host.edit.Splits;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.persistence.Database;
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
import java.util.List;
import java.util.Optional;

/**
 * Writes down how each edit fares on its way to the service: before it is sent, so that a crash
 * leaves a trace of it, and what the service answered. All of it goes through the run's lease.
 */
@Singleton
class EditJournal {
  private final Database database;
  private final Edits edits;
  private final Splits splits;
  private final SplitNames names;
  private final SplitUndo splitUndo;
  private final EditMerge merge;
  private final RecordStore store;
  private final RecordRows rows;
  private final CollectionStore collections;
  private final Departures departures;
  private final Twins twins;
  private final Ids ids;
  private final Clock clock;

  @Inject
  EditJournal(
      Database database,
      Edits edits,
      Splits splits,
      SplitNames names,
      SplitUndo splitUndo,
      EditMerge merge,
      RecordStore store,
      RecordRows rows,
      CollectionStore collections,
      Departures departures,
      Twins twins,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.edits = edits;
    this.splits = splits;
    this.names = names;
    this.splitUndo = splitUndo;
    this.merge = merge;
    this.store = store;
    this.rows = rows;
    this.collections = collections;
    this.departures = departures;
    this.twins = twins;
    this.ids = ids;
    this.clock = clock;
  }

  /** The edits of which a run before this one never saw the answer. */
  List<PendingEdit> unanswered(Lease lease) {
    return database.read(
        connection -> edits.in(connection, lease.connectionId(), lease.type(), EditState.SENDING));
  }

  /**
   * Marks the edit as being sent, and reads it as it is by then; empty if it was withdrawn, or
   * moved to another collection, from which it is sent then, or waits for its turn.
   */
  Optional<PendingEdit> begin(HeldRun run, RecordScope scope, String recordId) {
    Held<PendingEdit> marked = new Held<>();
    run.begin(
        run.report(),
        connection -> {
          Optional<PendingEdit> edit =
              edits
                  .find(connection, scope.connectionId(), scope.type(), recordId)
                  .filter(found -> found.collectionId().equals(scope.collectionId()));
          if (edit.isPresent() && splits.isTurnOf(connection, scope, edit.get())) {
            edits.send(connection, scope, edit.get());
            marked.value = edit;
          }
        });
    return marked.value;
  }

  /** The service has the edit: what it holds is the base of whatever comes next. */
  void settle(HeldRun run, RecordScope scope, PendingEdit sent, Written written) {
    run.write(
        run.report().plus(sent.kind() == EditKind.CREATE ? Sent.CREATED : Sent.UPDATED),
        connection -> {
          long seq = store.takeChanges(connection, scope.tenantId(), 1);
          PendingEdit now = present(connection, scope, sent);
          String held = JsonObjects.write(written.item().json());
          String data =
              now.isOvertaken()
                  ? overtaken(connection, scope, now, held)
                  : settled(connection, scope, sent, held);
          if (sent.kind() == EditKind.CREATE) {
            twins.absorb(connection, scope, sent.recordId(), written.id().externalId());
            names.tell(connection, scope, sent, written.id().externalId(), written.item().json());
          }
          rows.settle(connection, scope, write(sent.recordId(), written, data), seq, now());
        });
  }

  private String settled(Connection connection, RecordScope scope, PendingEdit sent, String held)
      throws SQLException {
    edits.remove(connection, scope, sent.recordId());
    return held;
  }

  /** The CRM edited the record again while it was sent: that edit waits on top of the answer. */
  private String overtaken(Connection connection, RecordScope scope, PendingEdit now, String held)
      throws SQLException {
    if (now.deleted()) {
      Intent rest =
          new Intent(EditKind.DELETE, Optional.of(held), ids.next("key"), now.notice().arrived());
      edits.rebase(connection, scope, now.recordId(), rest);
      return held;
    }
    return merge.merge(connection, scope, arrived(now).on(now.sent().orElseThrow()), held);
  }

  /** The service has deleted the item. */
  void settleDeletion(HeldRun run, RecordScope scope, PendingEdit sent) {
    run.write(
        run.report().plus(Sent.DELETED),
        connection -> edits.remove(connection, scope, sent.recordId()));
  }

  /** The service holds something else than the edit was made of: it is merged with that. */
  void mergeWith(HeldRun run, RecordScope scope, PendingEdit sent, Optional<Written> fresh) {
    run.write(
        run.report(),
        connection -> {
          long seq = store.takeChanges(connection, scope.tenantId(), 1);
          PendingEdit now = withdrawn(connection, scope, sent);
          if (fresh.isPresent()) {
            mergeWith(connection, scope, now, fresh.get(), seq);
          } else {
            mergeWithNothing(connection, scope, now, seq);
          }
        });
  }

  private void mergeWith(
      Connection connection, RecordScope scope, PendingEdit now, Written fresh, long seq)
      throws SQLException {
    String held = JsonObjects.write(fresh.item().json());
    String data = held;
    if (!now.deleted()) {
      data = merge.merge(connection, scope, now, held);
    } else if (merge.returns(connection, scope, now, held)) {
      rows.revive(connection, scope, now.recordId());
      collections.grow(connection, scope.collectionId(), 1);
    }
    rows.settle(connection, scope, write(now.recordId(), fresh, data), seq, now());
  }

  /**
   * Takes the record along to the collection that its item was moved to, where its edit waits.
   *
   * @return false if that collection knew the item before, so that it is a copy
   */
  boolean move(HeldRun run, RecordScope from, RecordScope to, PendingEdit sent) {
    Held<Boolean> moved = new Held<>();
    run.write(
        run.report(),
        connection -> {
          store.takeChanges(connection, from.tenantId(), 1);
          if (departures.isLive(connection, to.collectionId(), sent.externalId())) {
            return;
          }
          moved.value = Optional.of(true);
          take(connection, from, to, sent);
          if (sent.wasSentTo(to.collectionId())) {
            Notice notice = present(connection, to, sent).notice().arrived();
            edits.tell(connection, to, sent.recordId(), notice);
            edits.mark(connection, to, sent.recordId(), EditState.WAITING);
          } else {
            putBack(connection, to, sent);
          }
        });
    return moved.value.isPresent();
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
                  ? arrived(present(connection, to, sent))
                  : withdrawn(connection, to, sent);
          String held = JsonObjects.write(written.item().json());
          String data =
              now.deleted()
                  ? overtaken(connection, to, now, held)
                  : merge.merge(connection, to, now, held);
          rows.settle(connection, to, write(now.recordId(), written, data), seq, now());
        });
  }

  private void mergeWithNothing(Connection connection, RecordScope scope, PendingEdit now, long seq)
      throws SQLException {
    String id = now.recordId();
    if (now.deleted()) {
      edits.remove(connection, scope, id);
    } else if (merge.outlives(connection, scope, now)) {
      rows.settle(connection, scope, new RecordWrite(id, id, null, "", now.data()), seq, now());
    } else {
      rows.bury(connection, scope, id, "deleted", seq, now());
      collections.grow(connection, scope.collectionId(), -1);
    }
  }

  /** The service refused the edit; it waits for a person, with the service's words. */
  void refuse(HeldRun run, RecordScope scope, PendingEdit sent, RuntimeException refusal) {
    RunError error = RunError.ofItem(sent.externalId(), refusal);
    run.write(
        run.report().plus(Sent.REFUSED, error),
        connection -> {
          withdrawn(connection, scope, sent);
          mark(connection, scope, sent, EditState.QUARANTINED, error);
        });
  }

  /** The plugin failed at the edit, so perhaps the service has it; it waits for a person. */
  void setAside(HeldRun run, RecordScope scope, PendingEdit sent, RuntimeException why) {
    RunError error = RunError.ofItem(sent.externalId(), why);
    run.write(
        run.report().plus(Sent.REFUSED, error),
        connection -> mark(connection, scope, sent, EditState.QUARANTINED, error));
  }

  /** Nobody can tell whether the service has the edit, so it is not sent again by itself. */
  void giveUp(HeldRun run, RecordScope scope, PendingEdit sent, RuntimeException why) {
    RunError error = RunError.ofItem(sent.externalId(), why);
    run.write(
        run.report().plus(Sent.UNKNOWN, error),
        connection -> mark(connection, scope, sent, EditState.OUTCOME_UNKNOWN, error));
  }

  private void mark(
      Connection connection, RecordScope scope, PendingEdit sent, EditState state, RunError error)
      throws SQLException {
    edits.mark(connection, scope, sent.recordId(), state, error.category(), error.message());
  }

  /** The edit was taken back before it was sent. */
  void drop(HeldRun run, RecordScope scope, PendingEdit sent) {
    run.write(
        run.report(),
        connection -> {
          if (sent.generation() == present(connection, scope, sent).generation()) {
            edits.remove(connection, scope, sent.recordId());
          } else {
            putBack(connection, scope, sent);
          }
        });
  }

  /** The edit surely did not arrive, or may be sent again in any case. */
  void putBack(HeldRun run, RecordScope scope, PendingEdit sent) {
    run.write(
        run.report(),
        connection -> {
          if (sent.kind() == EditKind.CREATE && present(connection, scope, sent).deleted()) {
            edits.remove(connection, scope, sent.recordId());
            splitUndo.without(connection, scope, sent);
          } else {
            putBack(connection, scope, sent);
          }
        });
  }

  private void putBack(Connection connection, RecordScope scope, PendingEdit sent)
      throws SQLException {
    withdrawn(connection, scope, sent);
    edits.mark(connection, scope, sent.recordId(), EditState.WAITING);
  }

  /** The edit as it is by now, of which this attempt told nobody. */
  private PendingEdit withdrawn(Connection connection, RecordScope scope, PendingEdit sent)
      throws SQLException {
    PendingEdit now = present(connection, scope, sent);
    Notice notice = now.notice().withdrawn(sent.notice());
    edits.tell(connection, scope, now.recordId(), notice);
    return now.with(notice);
  }

  private static PendingEdit arrived(PendingEdit now) {
    return now.with(now.notice().arrived());
  }

  private PendingEdit present(Connection connection, RecordScope scope, PendingEdit sent)
      throws SQLException {
    return edits
        .find(connection, scope.connectionId(), scope.type(), sent.recordId())
        .orElseThrow(() -> new Superseded("of " + sent.recordId()));
  }

  private static RecordWrite write(String recordId, Written written, String data) {
    String version = Optional.of(written.version()).map(Version::value).orElseThrow();
    return new RecordWrite(
        recordId, written.id().externalId(), version, written.fingerprint(), data);
  }

  private Instant now() {
    return clock.instant();
  }

  private static final class Held<T> {
    private Optional<T> value = Optional.empty();
  }
}
