package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.edit.SplitUndo;
import dev.patchbay.host.record.RecordScope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes down what becomes of edits that the service does not have, or perhaps does not have. */
@Singleton
class ReturnedEdits {
  private final Edits edits;
  private final SentEdits sentEdits;
  private final SplitUndo splits;

  @Inject
  ReturnedEdits(Edits edits, SentEdits sentEdits, SplitUndo splits) {
    this.edits = edits;
    this.sentEdits = sentEdits;
    this.splits = splits;
  }

  /** The service refused the edit; it waits for a person, with the service's words. */
  void refuse(HeldRun run, RecordScope scope, PendingEdit sent, RuntimeException refusal) {
    RunError error = RunError.ofItem(sent.externalId(), refusal);
    run.write(
        run.report().plus(Sent.REFUSED, error),
        connection -> {
          sentEdits.withdrawn(connection, scope, sent);
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
          if (sent.generation() == sentEdits.present(connection, scope, sent).generation()) {
            edits.remove(connection, scope, sent.recordId());
          } else {
            sentEdits.putBack(connection, scope, sent);
          }
        });
  }

  /** The edit surely did not arrive, or may be sent again in any case. */
  void putBack(HeldRun run, RecordScope scope, PendingEdit sent) {
    run.write(
        run.report(),
        connection -> {
          if (sent.kind() == EditKind.CREATE
              && sentEdits.present(connection, scope, sent).deleted()) {
            edits.remove(connection, scope, sent.recordId());
            splits.without(connection, scope, sent);
          } else {
            sentEdits.putBack(connection, scope, sent);
          }
        });
  }
}
