package dev.patchbay.host.operation;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the log; a tenant's own and no other. */
@Singleton
public class Operations {

  private static final String NEWEST = "op_~";
  private static final String LIST =
      """
      select id, began_at, plugin, connection_id, run_id, call_id, method, host, path, status, category,
        outcome, milliseconds, bytes
      from operation where tenant_id = ? and id < ?
      """;
  private static final String COUNTS =
      """
      select plugin, connection_id, category, sum(exchanges) as exchanges,
        sum(milliseconds) as milliseconds, sum(bytes) as bytes
      from operation_count where tenant_id = ?
      """;
  private static final String GROUPED =
      " group by plugin, connection_id, category order by plugin, connection_id, category";

  private final Database database;

  @Inject
  public Operations(Database database) {
    this.database = database;
  }

  /** The newest first, those before an id; empty text starts with the newest. */
  List<OperationSummary> list(OperationQuery query, String before, int rows) {
    var sql = new StringBuilder(LIST);
    var values = new ArrayList<Object>();
    values.add(query.tenantId());
    values.add(before.isEmpty() ? NEWEST : before);
    restrict(sql, values, " and connection_id = ?", query.connection());
    restrict(sql, values, " and run_id = ?", query.run());
    restrict(sql, values, " and category = ?", query.category());
    restrict(sql, values, " and began_at >= ?", query.from());
    restrict(sql, values, " and began_at < ?", query.to());
    sql.append(" order by id desc limit ?");
    values.add(rows);
    return read(sql.toString(), values, Operations::summary);
  }

  /** How many there were by plugin, connection and category. */
  List<OperationCount> counts(OperationQuery query) {
    var sql = new StringBuilder(COUNTS);
    var values = new ArrayList<Object>();
    values.add(query.tenantId());
    restrict(sql, values, " and connection_id = ?", query.connection());
    restrict(sql, values, " and category = ?", query.category());
    restrict(sql, values, " and minute_at >= ?", query.from());
    restrict(sql, values, " and minute_at < ?", query.to());
    return read(sql.append(GROUPED).toString(), values, Operations::count);
  }

  private static void restrict(
      StringBuilder sql, List<Object> values, String condition, Optional<?> wanted) {
    wanted.ifPresent(
        value -> {
          sql.append(condition);
          values.add(value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        });
  }

  private <T> List<T> read(String sql, List<Object> values, Row<T> row) {
    return database.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
              statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
              var found = new ArrayList<T>();
              while (rows.next()) {
                found.add(row.read(rows));
              }
              return found;
            }
          }
        });
  }

  private static OperationSummary summary(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    return new OperationSummary(
        row.getString("id"),
        SqlInstant.get(row, "began_at"),
        row.getString("plugin"),
        row.getString("connection_id"),
        row.getString("run_id"),
        row.getString("call_id"),
        row.getString("method"),
        row.getString("host"),
        row.getString("path"),
        status == 0 ? null : status,
        row.getString("category"),
        row.getString("outcome"),
        row.getLong("milliseconds"),
        row.getLong("bytes"));
  }

  private static OperationCount count(ResultSet row) throws SQLException {
    return new OperationCount(
        row.getString("plugin"),
        row.getString("connection_id"),
        row.getString("category"),
        row.getLong("exchanges"),
        row.getLong("milliseconds"),
        row.getLong("bytes"));
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
