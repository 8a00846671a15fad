package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes and removes the rows of the log, many at a time. */
@Singleton
public class OperationStore {

  private static final String INSERT =
      """
      insert into operation (id, tenant_id, plugin, connection_id, run_id, call_id, began_at, method,
        host, path, status, category, outcome, milliseconds, bytes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_COUNT =
      """
      insert into operation_count (id, tenant_id, plugin, connection_id, category, minute_at,
        exchanges, milliseconds, bytes)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FORGET =
      "delete from operation where id in (select id from operation where began_at < ? limit ?)";
  private static final String FORGET_COUNTS =
      "delete from operation_count where id in"
          + " (select id from operation_count where minute_at < ? limit ?)";

  private static final List<String> ERASE =
      List.of(
          "delete from operation where tenant_id = ? and connection_id = ?",
          "delete from operation_count where tenant_id = ? and connection_id = ?");

  private final Ids ids;

  @Inject
  public OperationStore(Ids ids) {
    this.ids = ids;
  }

  /** Removes what was logged for these connections. */
  void erase(Connection database, String tenantId, List<String> connectionIds) throws SQLException {
    for (String sql : ERASE) {
      try (PreparedStatement statement = database.prepareStatement(sql)) {
        for (String connectionId : connectionIds) {
          statement.setString(1, tenantId);
          statement.setString(2, connectionId);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }

  void insert(Connection database, List<Operation> operations) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      for (Operation operation : operations) {
        bind(statement, operation);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void insert(Connection database, Map<Tally.Key, Tally> tallies) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT_COUNT)) {
      for (var entry : tallies.entrySet()) {
        bind(statement, entry.getKey(), entry.getValue());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Removes what is older, at most so many rows of each kind.
   *
   * @return how many rows were removed of the kind that had more
   */
  int forget(Connection database, Instant before, int most) throws SQLException {
    return Math.max(
        forget(database, FORGET, before, most), forget(database, FORGET_COUNTS, before, most));
  }

  private static int forget(Connection database, String sql, Instant before, int most)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      SqlInstant.set(statement, 1, before);
      statement.setInt(2, most);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, Operation operation) throws SQLException {
    Exchange exchange = operation.exchange();
    statement.setString(1, operation.id());
    statement.setString(2, operation.tenantId());
    statement.setString(3, exchange.sender().plugin());
    statement.setString(4, operation.connectionId().orElse(null));
    statement.setString(5, operation.runId().orElse(null));
    statement.setString(6, operation.callId().orElse(null));
    SqlInstant.set(statement, 7, operation.at());
    statement.setString(8, exchange.method());
    statement.setString(9, exchange.host());
    statement.setString(10, operation.path());
    statement.setInt(11, exchange.status());
    statement.setString(12, emptyAsNull(exchange.category()));
    statement.setString(13, operation.outcome());
    statement.setLong(14, exchange.time().toMillis());
    statement.setLong(15, exchange.bytes());
  }

  private void bind(PreparedStatement statement, Tally.Key key, Tally tally) throws SQLException {
    statement.setString(1, ids.next("opc"));
    statement.setString(2, key.tenant());
    statement.setString(3, key.plugin());
    statement.setString(4, emptyAsNull(key.connection()));
    statement.setString(5, emptyAsNull(key.category()));
    SqlInstant.set(statement, 6, key.minute());
    statement.setLong(7, tally.exchanges());
    statement.setLong(8, tally.milliseconds());
    statement.setLong(9, tally.bytes());
  }

  private static String emptyAsNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
