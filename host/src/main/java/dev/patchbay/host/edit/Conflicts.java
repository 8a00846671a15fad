package dev.patchbay.host.edit;

import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.merge.Decision;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.merge.Winner;
import dev.patchbay.host.persistence.SqlInstant;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordTitle;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of fields that both sides edited: open ones, and the history of decisions. */
@Singleton
public class Conflicts {
  private static final String SELECT =
      "select id, connection_id, type, record_id, path, policy, winner, crm_value, service_value,"
          + " noticed_at, decided_at, decided_by, (select r.data from record r"
          + " where r.connection_id = conflict.connection_id and r.type = conflict.type"
          + " and r.id = conflict.record_id) as record_data from conflict where tenant_id = ?";
  private static final String FIND = SELECT + " and connection_id = ? and id = ?";
  private static final String LIST =
      SELECT
          + " and connection_id = ? and id > ? and (? = 'all' or winner = 'OPEN')"
          + " order by id limit ?";
  private static final String DECIDED =
      SELECT
          + " and connection_id = ? and id < ? and winner <> 'OPEN'"
          + " order by id desc limit ?";
  private static final String INSERT =
      "insert into conflict (id, tenant_id, connection_id, type, record_id, path, policy, winner,"
          + " crm_value, service_value, noticed_at, decided_at)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SUPERSEDE =
      "update conflict set winner = 'SERVICE', decided_at = ?, decided_by = 'a newer conflict'"
          + " where connection_id = ? and type = ? and record_id = ? and path = ?"
          + " and winner = 'OPEN'";
  private static final String DECIDE =
      "update conflict set winner = ?, decided_at = ?, decided_by = ?"
          + " where tenant_id = ? and id = ? and winner = 'OPEN'";
  private static final String PASS =
      "update conflict set record_id = ? where connection_id = ? and type = ? and record_id = ?";
  private static final String ERASE =
      "delete from conflict where tenant_id = ? and connection_id = ?";
  private static final int LONGEST_PATH = 1_024;

  /** After every id of a conflict. */
  private static final String NEWEST = "cfl_~";

  private final Ids ids;

  @Inject
  public Conflicts(Ids ids) {
    this.ids = ids;
  }

  /**
   * Notes how a field was decided, or that a person has to. Only the newest of those waits; the one
   * before stays in the history with both values, since nobody decided to forget the CRM's.
   */
  public void note(
      Connection database,
      RecordScope scope,
      String recordId,
      Policy policy,
      Decision decision,
      Instant now)
      throws SQLException {
    String path = decision.path().substring(0, Math.min(decision.path().length(), LONGEST_PATH));
    supersede(database, scope, recordId, path, now);
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, ids.next("cfl"));
      statement.setString(2, scope.tenantId());
      statement.setString(3, scope.connectionId());
      statement.setString(4, scope.type());
      statement.setString(5, recordId);
      statement.setString(6, path);
      statement.setString(7, policy.name());
      statement.setString(8, decision.winner().name());
      statement.setString(9, decision.crm().map(JsonObjects::writeValue).orElse(null));
      statement.setString(10, decision.service().map(JsonObjects::writeValue).orElse(null));
      SqlInstant.set(statement, 11, now);
      SqlInstant.set(statement, 12, decision.winner() == Winner.OPEN ? null : now);
      statement.executeUpdate();
    }
  }

  private static void supersede(
      Connection database, RecordScope scope, String recordId, String path, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(SUPERSEDE)) {
      SqlInstant.set(statement, 1, now);
      statement.setString(2, scope.connectionId());
      statement.setString(3, scope.type());
      statement.setString(4, recordId);
      statement.setString(5, path);
      statement.executeUpdate();
    }
  }

  Optional<Conflict> find(Connection database, String tenantId, String connectionId, String id)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.setString(3, id);
      return read(statement).stream().findFirst();
    }
  }

  /**
   * Those after an id, the oldest first; decided ones too only where they are asked for. The
   * decided ones alone come the newest first.
   */
  List<Conflict> list(
      Connection database,
      String tenantId,
      String connectionId,
      Which which,
      String after,
      int rows)
      throws SQLException {
    if (which == Which.DECIDED) {
      return decided(database, tenantId, connectionId, after.isEmpty() ? NEWEST : after, rows);
    }
    try (PreparedStatement statement = database.prepareStatement(LIST)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.setString(3, after);
      statement.setString(4, which == Which.ALL ? "all" : "open");
      statement.setInt(5, rows);
      return read(statement);
    }
  }

  private static List<Conflict> decided(
      Connection database, String tenantId, String connectionId, String before, int rows)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(DECIDED)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.setString(3, before);
      statement.setInt(4, rows);
      return read(statement);
    }
  }

  private static List<Conflict> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Conflict> found = new ArrayList<>();
      while (rows.next()) {
        found.add(conflict(rows));
      }
      return found;
    }
  }

  private static Conflict conflict(ResultSet row) throws SQLException {
    return new Conflict(
        row.getString("id"),
        row.getString("connection_id"),
        row.getString("type"),
        row.getString("record_id"),
        title(row.getString("record_data")),
        row.getString("path"),
        Policy.valueOf(row.getString("policy")),
        Winner.valueOf(row.getString("winner")),
        row.getString("crm_value"),
        row.getString("service_value"),
        SqlInstant.get(row, "noticed_at"),
        SqlInstant.get(row, "decided_at"),
        row.getString("decided_by"));
  }

  private static String title(String data) {
    return data == null ? null : RecordTitle.of(JsonObjects.read(data));
  }

  /** Notes what a person decided; returns false if it was decided already. */
  boolean decide(
      Connection database, String tenantId, String id, Winner winner, String by, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(DECIDE)) {
      statement.setString(1, winner.name());
      SqlInstant.set(statement, 2, now);
      statement.setString(3, by);
      statement.setString(4, tenantId);
      statement.setString(5, id);
      return statement.executeUpdate() == 1;
    }
  }

  /** Hands those of a record to another one, which takes its place. */
  public void pass(Connection database, RecordScope scope, String from, String to)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(PASS)) {
      statement.setString(1, to);
      statement.setString(2, scope.connectionId());
      statement.setString(3, scope.type());
      statement.setString(4, from);
      statement.executeUpdate();
    }
  }

  /** Removes all of a connection. */
  public void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ERASE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }

  /** Which of them are asked for. */
  enum Which {
    OPEN,
    DECIDED,
    ALL
  }
}
