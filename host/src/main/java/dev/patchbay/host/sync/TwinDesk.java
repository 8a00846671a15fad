package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.match.Match;
import dev.patchbay.host.match.Matches;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Lets people say which item of the service a new record is, where nobody else can tell. */
@Singleton
class TwinDesk {
  private final Database database;
  private final RecordStore store;
  private final Edits edits;
  private final Matches matches;

  @Inject
  TwinDesk(Database database, RecordStore store, Edits edits, Matches matches) {
    this.database = database;
    this.store = store;
    this.edits = edits;
    this.matches = matches;
  }

  /** The decision holds for as long as the item is free; else it is asked for again. */
  void decide(String tenantId, String connectionId, String type, String recordId, String same) {
    database.<Void>write(
        db -> {
          store.takeChanges(db, tenantId, 0);
          PendingEdit edit = require(db, connectionId, type, recordId);
          if (!same.equals(Matches.NONE)) {
            requireFree(db, connectionId, type, edit, same);
          }
          RecordScope scope = new RecordScope(tenantId, connectionId, type, edit.collectionId());
          edits.decide(db, scope, recordId, same);
          return null;
        });
  }

  private PendingEdit require(Connection db, String connectionId, String type, String recordId)
      throws SQLException {
    PendingEdit edit =
        edits
            .find(db, connectionId, type, recordId)
            .orElseThrow(() -> ProblemException.notFound("edit of the record", recordId));
    if (edit.kind() != EditKind.CREATE || edit.state() != EditState.WAITING) {
      throw ProblemException.conflict(
          "The record %s does not wait to be made at the service.".formatted(recordId));
    }
    return edit;
  }

  private void requireFree(
      Connection db, String connectionId, String type, PendingEdit edit, String same)
      throws SQLException {
    Optional<Match> match =
        Optional.ofNullable(matches.of(db, connectionId, type, List.of(edit)).get(edit.recordId()));
    if (match.stream()
        .flatMap(found -> found.candidates().stream())
        .noneMatch(one -> one.recordId().equals(same) && one.isFree())) {
      throw ProblemException.invalid(
          "same", "must be the id of a free candidate of the record in the push plan, or none");
    }
  }
}
