package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds what a crash left half begun: a connection that nobody keeps in sync yet, a task that is in
 * no timetable. So nothing hangs on a process that lives from one commit to the next.
 */
@Singleton
class ForgottenTasks {
  private static final System.Logger LOG = System.getLogger(ForgottenTasks.class.getName());
  private static final String CONNECTIONS =
      "select tenant_id, id from connection where state = 'ACTIVE'"
          + " and not exists (select 1 from sync_task t where t.connection_id = connection.id)";
  private static final String TASKS =
      "select connection_id, type from sync_task where not exists (select 1 from scheduled_tasks s"
          + " where s.task_name = ? and s.task_instance = sync_task.tenant_id || '/'"
          + " || sync_task.connection_id || '/' || sync_task.type)";

  private final Database database;
  private final Syncs syncs;
  private final Patience patience;

  @Inject
  ForgottenTasks(Database database, Syncs syncs, Clock clock) {
    this.database = database;
    this.syncs = syncs;
    this.patience = new Patience(clock);
  }

  /** Begins or restores all of them; a failure is left to the next look. */
  void restore() {
    try {
      Map<String, String> tenants = byConnection(pairs(CONNECTIONS));
      patience.keepOnly(tenants.keySet());
      tenants.forEach(
          (connection, tenant) -> {
            if (patience.isOver(connection)) {
              begin(tenant, connection);
            }
          });
      for (List<String> row : pairs(TASKS, TaskName.KIND)) {
        syncs.restore(new TaskName(row.get(0), row.get(1)));
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Forgotten syncs could not be looked for", e);
    }
  }

  private void begin(String tenantId, String connectionId) {
    try {
      if (!syncs.begin(tenantId, connectionId)) {
        patience.begin(connectionId);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The connection " + connectionId + " cannot be synced yet", e);
    }
  }

  private static Map<String, String> byConnection(List<List<String>> pairs) {
    Map<String, String> tenants = new LinkedHashMap<>();
    pairs.forEach(pair -> tenants.put(pair.get(1), pair.get(0)));
    return tenants;
  }

  private List<List<String>> pairs(String sql, String... parameters) {
    return database.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
              statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
              List<List<String>> found = new ArrayList<>();
              while (rows.next()) {
                found.add(List.of(rows.getString(1), rows.getString(2)));
              }
              return found;
            }
          }
        });
  }
}
