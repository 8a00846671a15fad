package dev.patchbay.host.edit;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What was answered to requests that carried an {@code Idempotency-Key}. */
@Singleton
public class AnsweredRequests {
  private static final String FIND =
      "select request_hash, status, answer from answered_request"
          + " where tenant_id = ? and caller = ? and request_key = ?";
  private static final String INSERT =
      "insert into answered_request (tenant_id, caller, request_key, request_hash, status, answer,"
          + " connection_id, answered_at) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ERASE =
      "delete from answered_request where tenant_id = ? and connection_id = ?";
  private static final String FORGET = "delete from answered_request where answered_at < ?";

  Optional<Answered> find(Connection database, KeyedRequest request) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, request.tenantId());
      statement.setString(2, request.caller());
      statement.setString(3, request.key().orElseThrow().text());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Answered(
                    row.getString("request_hash"), row.getInt("status"), row.getString("answer")))
            : Optional.empty();
      }
    }
  }

  void insert(Connection database, KeyedRequest request, Answered answered, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, request.tenantId());
      statement.setString(2, request.caller());
      statement.setString(3, request.key().orElseThrow().text());
      statement.setString(4, answered.requestHash());
      statement.setInt(5, answered.status());
      statement.setString(6, answered.json());
      statement.setString(7, request.connectionId());
      SqlInstant.set(statement, 8, now);
      statement.executeUpdate();
    }
  }

  /** Forgets what was answered before a time. */
  void forget(Connection database, Instant before) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FORGET)) {
      SqlInstant.set(statement, 1, before);
      statement.executeUpdate();
    }
  }

  /** Removes all about the records of a connection. */
  public void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(ERASE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }

  /** An answer, and the hash of the request that it was given to. */
  record Answered(String requestHash, int status, String json) {}
}
