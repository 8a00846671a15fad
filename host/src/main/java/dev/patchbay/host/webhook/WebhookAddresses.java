package dev.patchbay.host.webhook;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The rows of the addresses. */
@Singleton
class WebhookAddresses {
  private static final String FIND =
      "select id, tenant_id, plugin, integration_id, connection_id, sealed_secret"
          + " from webhook_address where token_hash = ? and plugin = ?";
  private static final String OF_INTEGRATION =
      "select id, sealed_token, created_at from webhook_address"
          + " where tenant_id = ? and integration_id = ? and connection_id is null";
  private static final String INSERT =
      "insert into webhook_address (id, tenant_id, plugin, integration_id, connection_id,"
          + " token_hash, sealed_token, sealed_secret, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String REMOVE_OF_INTEGRATION =
      "delete from webhook_address"
          + " where tenant_id = ? and integration_id = ? and connection_id is null";
  private static final String REMOVE_OF_CONNECTION =
      "delete from webhook_address where tenant_id = ? and connection_id = ?";
  private static final String REMOVE = "delete from webhook_address where id = ?";

  Optional<WebhookAddress> find(Connection database, String plugin, String token)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, TokenHash.of(token));
      statement.setString(2, plugin);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  private static WebhookAddress read(ResultSet row) throws SQLException {
    return new WebhookAddress(
        row.getString("id"),
        row.getString("tenant_id"),
        row.getString("plugin"),
        row.getString("integration_id"),
        Optional.ofNullable(row.getString("connection_id")),
        Optional.ofNullable(row.getBytes("sealed_secret")));
  }

  /** The address of a whole integration. */
  Optional<Shown> ofIntegration(Connection database, String tenantId, String integrationId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OF_INTEGRATION)) {
      statement.setString(1, tenantId);
      statement.setString(2, integrationId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Shown(
                    row.getString("id"),
                    Optional.ofNullable(row.getBytes("sealed_token")),
                    SqlInstant.get(row, "created_at")))
            : Optional.empty();
      }
    }
  }

  /**
   * @param sealedToken null if nobody has to see it again
   */
  void insert(
      Connection database, WebhookAddress address, String token, byte[] sealedToken, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, address.id());
      statement.setString(2, address.tenantId());
      statement.setString(3, address.plugin());
      statement.setString(4, address.integrationId());
      statement.setString(5, address.connectionId().orElse(null));
      statement.setString(6, TokenHash.of(token));
      statement.setBytes(7, sealedToken);
      statement.setBytes(8, address.sealedSecret().orElse(null));
      SqlInstant.set(statement, 9, now);
      statement.executeUpdate();
    }
  }

  void removeOfIntegration(Connection database, String tenantId, String integrationId)
      throws SQLException {
    execute(database, REMOVE_OF_INTEGRATION, tenantId, integrationId);
  }

  void removeOfConnection(Connection database, String tenantId, String connectionId)
      throws SQLException {
    execute(database, REMOVE_OF_CONNECTION, tenantId, connectionId);
  }

  void remove(Connection database, String id) throws SQLException {
    execute(database, REMOVE, id);
  }

  private static void execute(Connection database, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }

  /** An address that a person may look at. */
  record Shown(String id, Optional<byte[]> sealedToken, Instant createdAt) {}
}
