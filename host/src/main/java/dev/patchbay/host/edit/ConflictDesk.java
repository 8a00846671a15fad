package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.merge.Winner;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets people decide conflicts. While one is open the record has the service's value, so deciding
 * for the service leaves it as it is, and deciding for the CRM is an edit like any other.
 */
@Singleton
public class ConflictDesk {
  private final Database database;
  private final RecordStore store;
  private final Conflicts conflicts;
  private final RecordEditor editor;
  private final EditScopes scopes;
  private final Clock clock;

  @Inject
  public ConflictDesk(
      Database database,
      RecordStore store,
      Conflicts conflicts,
      RecordEditor editor,
      EditScopes scopes,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.conflicts = conflicts;
    this.editor = editor;
    this.scopes = scopes;
    this.clock = clock;
  }

  List<Conflict> list(
      String tenantId, String connectionId, Conflicts.Which which, String after, int rows) {
    scopes.requireKnown(tenantId, connectionId);
    return database.read(db -> conflicts.list(db, tenantId, connectionId, which, after, rows));
  }

  Conflict resolve(
      String tenantId, String connectionId, String id, Resolution resolution, String by) {
    Conflict open = database.read(db -> require(db, tenantId, connectionId, id));
    EditScope where = scopes.of(tenantId, connectionId, open.type());
    return database.write(
        db -> {
          long seq = store.takeChanges(db, tenantId, 1);
          if (!conflicts.decide(db, tenantId, id, resolution.side(), by, clock.instant())) {
            throw ProblemException.conflict("The conflict " + id + " is decided already.");
          }
          if (resolution.side() == Winner.CRM) {
            editor.patch(db, where, open.recordId(), Precondition.any(), patch(open), seq);
          }
          return require(db, tenantId, connectionId, id);
        });
  }

  private static Patch patch(Conflict conflict) {
    Map<String, Object> change = new HashMap<>();
    change.put(
        conflict.path(), conflict.crm() == null ? null : JsonObjects.readValue(conflict.crm()));
    return Patch.of(change);
  }

  private Conflict require(Connection db, String tenantId, String connectionId, String id)
      throws SQLException {
    return conflicts
        .find(db, tenantId, connectionId, id)
        .orElseThrow(() -> ProblemException.notFound("conflict", id));
  }
}
