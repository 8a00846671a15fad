package dev.patchbay.host.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The audit's rows in SQL, on a connection whose transaction somebody else ends. */
final class AuditStore {
  static final String COLUMNS =
      "tenant_id, sequence_number, happened_at, actor_kind, actor_id, actor_name, action, outcome,"
          + " target, detail, correlation, previous_hash, hash";
  private static final String INSERT =
      "insert into audit_event (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

  private AuditStore() {}

  static void insert(Connection database, List<AuditEvent> events) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      for (AuditEvent event : events) {
        bind(statement, event);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, AuditEvent event) throws SQLException {
    statement.setString(1, event.chain());
    statement.setLong(2, event.sequence());
    statement.setObject(3, event.at().atOffset(ZoneOffset.UTC));
    statement.setString(4, event.actor().kind());
    statement.setString(5, event.actor().id());
    statement.setString(6, event.actor().name());
    statement.setString(7, event.action());
    statement.setString(8, event.outcome().text());
    statement.setString(9, event.target());
    statement.setString(10, written(event));
    statement.setString(11, event.correlation());
    statement.setString(12, event.previous());
    statement.setString(13, event.hash());
  }

  /** Reads what a query with {@link #COLUMNS} finds. */
  static List<AuditEvent> read(Connection database, String sql, List<Object> values)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<AuditEvent> events = new ArrayList<>();
        while (rows.next()) {
          events.add(event(rows));
        }
        return events;
      }
    }
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getString(1),
        row.getLong(2),
        row.getObject(3, OffsetDateTime.class).toInstant(),
        new Actor(row.getString(4), row.getString(5), row.getString(6)),
        row.getString(7),
        Outcome.of(row.getString(8)),
        row.getString(9),
        detail(row.getString(10)),
        row.getString(11),
        row.getString(12),
        row.getString(13));
  }

  private static String written(AuditEvent event) {
    try {
      return Json.mapper().writeValueAsString(event.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The detail of an audit event cannot be written", e);
    }
  }

  /** What is no detail any more is shown as it is, and has another hash then. */
  private static SortedMap<String, String> detail(String stored) {
    try {
      return Json.mapper().readValue(stored, DETAIL);
    } catch (JsonProcessingException damaged) {
      TreeMap<String, String> shown = new TreeMap<>();
      shown.put("damaged", stored);
      return shown;
    }
  }
}
