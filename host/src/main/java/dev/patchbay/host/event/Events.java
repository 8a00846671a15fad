package dev.patchbay.host.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What happened, for those who ask, kept for a week. */
@Singleton
public class Events {
  static final Duration KEPT = Duration.ofDays(7);
  private static final String LAST = "select last_number from event_counter where tenant_id = ?";
  private static final String AFTER =
      "select sequence_number, type, subject, detail, happened_at from event"
          + " where tenant_id = ? and sequence_number > ? order by sequence_number limit ?";
  private static final String FORGET = "delete from event where happened_at < ?";
  private static final TypeReference<Map<String, String>> DETAIL = new TypeReference<>() {};

  private final Database database;
  private final Clock clock;

  @Inject
  public Events(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The number of the last event; 0 if there was none. */
  long last(String tenantId) {
    return database.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setString(1, tenantId);
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getLong(1) : 0;
          }
        });
  }

  /** What happened after an event, the oldest first. */
  List<Event> after(String tenantId, long sequence, int rows) {
    return database.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setString(1, tenantId);
            statement.setLong(2, sequence);
            statement.setInt(3, rows);
            return events(statement.executeQuery());
          }
        });
  }

  /** Removes what is older than a week. */
  void forget() {
    database.write(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            SqlInstant.set(statement, 1, clock.instant().minus(KEPT));
            return statement.executeUpdate();
          }
        });
  }

  private static List<Event> events(ResultSet row) throws SQLException {
    List<Event> events = new ArrayList<>();
    while (row.next()) {
      events.add(
          new Event(
              row.getLong("sequence_number"),
              row.getString("type"),
              row.getString("subject"),
              detail(row),
              SqlInstant.get(row, "happened_at")));
    }
    return events;
  }

  private static Map<String, String> detail(ResultSet row) throws SQLException {
    try {
      return Json.mapper().readValue(row.getString("detail"), DETAIL);
    } catch (JsonProcessingException e) {
      throw new SQLException("The detail of event " + row.getLong(1) + " is damaged", e);
    }
  }
}
