package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of the sync runs. */
@Singleton
class SyncRuns {
  private static final String SELECT = "select " + SyncRunRow.COLUMNS + " from sync_run ";
  private static final String FIND = SELECT + "where tenant_id = ? and id = ?";
  private static final String FILTER =
      " and (cast(? as varchar) is null or type = ?) and (cast(? as varchar) is null or state = ?)";
  private static final String LIST =
      SELECT
          + "where tenant_id = ? and id < ?"
          + FILTER
          + " order by tenant_id desc, id desc limit ?";
  private static final String LIST_OF_CONNECTION =
      SELECT
          + "where tenant_id = ? and connection_id = ? and id < ?"
          + FILTER
          + " order by connection_id desc, id desc limit ?";
  private static final String INSERT =
      "insert into sync_run (id, tenant_id, connection_id, type, direction, full_pull, state,"
          + " errors, queued_at, confirmed_plan, push_wishes) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String WIDEN =
      "update sync_run set full_pull = case when state = 'QUEUED' and ? then true else full_pull end,"
          + " direction = case when direction = ? then direction else 'both' end,"
          + " confirmed_plan = coalesce(?, confirmed_plan), push_wishes = push_wishes + ?"
          + " where id = ?";
  private static final String WANTED =
      "select direction, push_wishes, confirmed_plan from sync_run where id = ?";
  private static final String AWAIT = "update sync_run set awaited_plan = ? where id = ?";
  private static final String BEGIN =
      "update sync_run set state = 'RUNNING', lease = ?, attempts = attempts + 1,"
          + " waiting_until = null, started_at = coalesce(started_at, ?) where id = ?";
  private static final String CALL_OFF = "update sync_run set cancel_asked = true where id = ?";
  private static final String IS_CALLED_OFF = "select cancel_asked from sync_run where id = ?";
  private static final String POSTPONE =
      "update sync_run set waiting_until = ?, attempts = attempts - ?"
          + " where id = ? and lease = ?";
  private static final String END =
      "update sync_run set state = ?, finished_at = ?, lease = null, waiting_until = null,"
          + " current_collection = null where id = ? and state in ('QUEUED', 'RUNNING')";
  private static final String ENDED =
      "select 1 from sync_run where connection_id = ? and type = ? and finished_at >= ?";
  private static final String ERASE =
      "delete from sync_run where tenant_id = ? and connection_id = ?";
  private static final String FORGET =
      "delete from sync_run where connection_id = ? and type = ? and finished_at < ?";

  /** Removes all runs of a connection. */
  void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ERASE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }

  Optional<SyncRun> find(Connection database, String tenantId, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, tenantId);
      statement.setString(2, id);
      return read(statement).stream().findFirst();
    }
  }

  /** The newest first, those before an id. */
  List<SyncRun> list(
      Connection database, String tenantId, RunFilter filter, String before, int rows)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(LIST)) {
      statement.setString(1, tenantId);
      statement.setString(2, before);
      filter.set(statement, 3);
      statement.setInt(7, rows);
      return read(statement);
    }
  }

  /** The newest of a connection first, those before an id. */
  List<SyncRun> list(
      Connection database,
      String tenantId,
      String connectionId,
      RunFilter filter,
      String before,
      int rows)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(LIST_OF_CONNECTION)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.setString(3, before);
      filter.set(statement, 4);
      statement.setInt(8, rows);
      return read(statement);
    }
  }

  private static List<SyncRun> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<SyncRun> found = new ArrayList<>();
      while (rows.next()) {
        found.add(SyncRunRow.read(rows));
      }
      return found;
    }
  }

  void insert(Connection database, SyncRun run, Wish wish) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, run.id());
      statement.setString(2, run.tenantId());
      statement.setString(3, run.connectionId());
      statement.setString(4, run.type());
      statement.setString(5, run.direction().text());
      statement.setBoolean(6, run.full());
      statement.setString(7, run.state().name());
      statement.setString(8, RunErrors.toJson(run.report().errors()));
      SqlInstant.set(statement, 9, run.queuedAt());
      statement.setString(10, wish.confirmedPlan().orElse(null));
      statement.setInt(11, wish.direction().pushes() ? 1 : 0);
      statement.executeUpdate();
    }
  }

  /** Lets a run do what somebody else wants too; what it has done already is as good. */
  void widen(Connection database, String id, Wish wish) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(WIDEN)) {
      statement.setBoolean(1, wish.kind() == PullKind.FULL);
      statement.setString(2, wish.direction().text());
      statement.setString(3, wish.confirmedPlan().orElse(null));
      statement.setInt(4, wish.direction().pushes() ? 1 : 0);
      statement.setString(5, id);
      statement.executeUpdate();
    }
  }

  /** What is wanted of a run by now. */
  Wanted wanted(Connection database, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(WANTED)) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new Superseded(id);
        }
        return new Wanted(
            Direction.of(row.getString("direction")),
            row.getInt("push_wishes"),
            Optional.ofNullable(row.getString("confirmed_plan")));
      }
    }
  }

  /** Says which plan a person has to confirm. */
  void await(Connection database, String id, String plan) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(AWAIT)) {
      statement.setString(1, plan);
      statement.setString(2, id);
      statement.executeUpdate();
    }
  }

  void begin(Connection database, String id, String lease, Instant now) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(BEGIN)) {
      statement.setString(1, lease);
      SqlInstant.set(statement, 2, now);
      statement.setString(3, id);
      statement.executeUpdate();
    }
  }

  /** Has whoever is at the run end it. */
  void callOff(Connection database, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(CALL_OFF)) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }

  static boolean isCalledOff(Connection database, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(IS_CALLED_OFF)) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  void postpone(Connection database, Lease lease, Instant until, int forgiven) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(POSTPONE)) {
      SqlInstant.set(statement, 1, until);
      statement.setInt(2, forgiven);
      statement.setString(3, lease.runId());
      statement.setString(4, lease.token());
      statement.executeUpdate();
    }
  }

  void end(Connection database, String id, RunState state, Instant now) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(END)) {
      statement.setString(1, state.name());
      SqlInstant.set(statement, 2, now);
      statement.setString(3, id);
      statement.executeUpdate();
    }
  }

  boolean hasEnded(Connection database, SyncTask task, Instant since) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ENDED)) {
      statement.setString(1, task.connectionId());
      statement.setString(2, task.type());
      SqlInstant.set(statement, 3, since);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Removes runs that nobody will look at any more. */
  void forget(Connection database, String connectionId, String type, Instant finishedBefore)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FORGET)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      SqlInstant.set(statement, 3, finishedBefore);
      statement.executeUpdate();
    }
  }
}
