package dev.patchbay.host.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;

/** Writes down what happens, in the transaction in which it happens. */
@Singleton
public class EventLog {
  private static final String COUNT =
      "update event_counter set last_number = last_number + 1 where tenant_id = ?";
  private static final String BEGIN =
      "insert into event_counter (tenant_id, last_number) values (?, 0)";
  private static final String LAST = "select last_number from event_counter where tenant_id = ?";
  private static final String INSERT =
      "insert into event (tenant_id, sequence_number, type, subject, detail, happened_at)"
          + " values (?, ?, ?, ?, ?, ?)";

  private final Jdbc jdbc;
  private final Clock clock;

  @Inject
  public EventLog(Jdbc jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Tells, in the running transaction, what happened to a thing of a tenant. */
  public void append(String tenantId, String type, String subject, Map<String, String> detail) {
    try {
      if (update(COUNT, tenantId) == 0) {
        jdbc.insertOnce(() -> update(BEGIN, tenantId));
        update(COUNT, tenantId);
      }
      insert(tenantId, new Event(number(tenantId), type, subject, detail, clock.instant()));
    } catch (SQLException e) {
      throw new IllegalStateException("The event " + type + " cannot be written", e);
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

  private static String written(Event event) {
    try {
      return Json.mapper().writeValueAsString(event.detail());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The detail of an event cannot be written", e);
    }
  }
}
