package dev.patchbay.host.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.persistence.SqlInstant;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.persistence.UniqueViolation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps what happened for a week, in the transaction in which it happened. */
@Singleton
public class EventLog {
  static final Duration KEPT = Duration.ofDays(7);
  private static final String COUNT =
      "update event_counter set last_number = last_number + 1 where tenant_id = ?";
  private static final String BEGIN =
      "insert into event_counter (tenant_id, last_number) values (?, 0)";
  private static final String LAST = "select last_number from event_counter where tenant_id = ?";
  private static final String INSERT =
      "insert into event (tenant_id, sequence_number, type, subject, detail, happened_at)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String AFTER =
      "select sequence_number, type, subject, detail, happened_at from event"
          + " where tenant_id = ? and sequence_number > ? order by sequence_number limit ?";
  private static final String FORGET = "delete from event where happened_at < ?";
  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final Jdbc jdbc;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public EventLog(Jdbc jdbc, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Tells, in the running transaction, what happened to a thing of a tenant. */
  public void append(String tenantId, String type, String subject, Map<String, String> detail) {
    try {
      if (update(COUNT, tenantId) == 0) {
        begin(tenantId);
        update(COUNT, tenantId);
      }
      insert(tenantId, new Event(number(tenantId), type, subject, detail, clock.instant()));
    } catch (SQLException e) {
      throw new IllegalStateException("The event " + type + " cannot be written", e);
    }
  }

  /** The number of the last event; 0 if there was none. */
  long last(String tenantId) {
    return transactions.call(
        () -> {
          try {
            return number(tenantId);
          } catch (SQLException e) {
            throw new IllegalStateException("The events of " + tenantId + " cannot be read", e);
          }
        });
  }

  /** What happened after an event, the oldest first. */
  List<Event> after(String tenantId, long sequence, int rows) {
    return transactions.call(
        () -> {
          try (PreparedStatement statement = jdbc.connection().prepareStatement(AFTER)) {
            statement.setString(1, tenantId);
            statement.setLong(2, sequence);
            statement.setInt(3, rows);
            return read(statement);
          } catch (SQLException e) {
            throw new IllegalStateException("The events of " + tenantId + " cannot be read", e);
          }
        });
  }

  /** Removes what is older than a week. */
  void forget() {
    transactions.run(
        () -> {
          try (PreparedStatement statement = jdbc.connection().prepareStatement(FORGET)) {
            SqlInstant.set(statement, 1, clock.instant().minus(KEPT));
            statement.executeUpdate();
          } catch (SQLException e) {
            throw new IllegalStateException("Old events cannot be forgotten", e);
          }
        });
  }

  /** Two who begin at once must not spoil each other's transaction. */
  private void begin(String tenantId) {
    try {
      transactions.runAlone(() -> update(BEGIN, tenantId));
    } catch (SQLException | RuntimeException e) {
      if (!UniqueViolation.isBehind(e)) {
        throw new IllegalStateException("The events of " + tenantId + " cannot begin", e);
      }
    }
  }

  private int update(String sql, String tenantId) throws SQLException {
    try (PreparedStatement statement = jdbc.connection().prepareStatement(sql)) {
      statement.setString(1, tenantId);
      return statement.executeUpdate();
    }
  }

  private long number(String tenantId) throws SQLException {
    try (PreparedStatement statement = jdbc.connection().prepareStatement(LAST)) {
      statement.setString(1, tenantId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  private void insert(String tenantId, Event event) throws SQLException {
    Connection database = jdbc.connection();
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, tenantId);
      statement.setLong(2, event.sequence());
      statement.setString(3, event.type());
      statement.setString(4, event.subject());
      statement.setString(5, written(event));
      SqlInstant.set(statement, 6, event.happenedAt());
      statement.executeUpdate();
    }
  }

  private static List<Event> read(PreparedStatement statement) throws SQLException {
    List<Event> events = new ArrayList<>();
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        Instant at = SqlInstant.get(row, "happened_at");
        events.add(new Event(row.getLong(1), row.getString(2), row.getString(3), detail(row), at));
      }
    }
    return events;
  }

  private static String written(Event event) {
    try {
      return Json.mapper().writeValueAsString(event.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The detail of an event cannot be written", e);
    }
  }

  private static Map<String, String> detail(ResultSet row) throws SQLException {
    try {
      return Json.mapper().readValue(row.getString(4), DETAIL);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The detail of event " + row.getLong(1) + " is damaged", e);
    }
  }
}
