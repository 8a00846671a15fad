package dev.patchbay.host.webhook;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The rows of the subscriptions. */
@Singleton
class SubscriptionRows {
  private static final String OF_CONNECTION =
      "select id, tenant_id, connection_id, type, collection, state, external_id, problem,"
          + " created_at, ends_at, retry_at from webhook_subscription"
          + " where tenant_id = ? and connection_id = ? order by id";
  private static final String INSERT =
      "insert into webhook_subscription (state, external_id, problem, created_at, ends_at,"
          + " retry_at, tenant_id, connection_id, type, collection, id)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "update webhook_subscription set state = ?, external_id = ?, problem = ?, created_at = ?,"
          + " ends_at = ?, retry_at = ? where id = ?";
  private static final String REMOVE = "delete from webhook_subscription where id = ?";
  private static final String REMOVE_OF_CONNECTION =
      "delete from webhook_subscription where tenant_id = ? and connection_id = ?";

  List<KeptSubscription> of(Connection database, String tenantId, String connectionId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OF_CONNECTION)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      try (ResultSet rows = statement.executeQuery()) {
        List<KeptSubscription> found = new ArrayList<>();
        while (rows.next()) {
          found.add(read(rows));
        }
        return found;
      }
    }
  }

  private static KeptSubscription read(ResultSet row) throws SQLException {
    return new KeptSubscription(
        row.getString("id"),
        row.getString("tenant_id"),
        row.getString("connection_id"),
        row.getString("type"),
        row.getString("collection"),
        SubscriptionState.valueOf(row.getString("state")),
        row.getString("external_id"),
        row.getString("problem"),
        SqlInstant.get(row, "created_at"),
        SqlInstant.get(row, "ends_at"),
        SqlInstant.get(row, "retry_at"));
  }

  void insert(Connection database, KeptSubscription subscription) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      setState(statement, subscription);
      statement.setString(7, subscription.tenantId());
      statement.setString(8, subscription.connectionId());
      statement.setString(9, subscription.type());
      statement.setString(10, subscription.collection());
      statement.setString(11, subscription.id());
      statement.executeUpdate();
    }
  }

  void update(Connection database, KeptSubscription subscription) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(UPDATE)) {
      setState(statement, subscription);
      statement.setString(7, subscription.id());
      statement.executeUpdate();
    }
  }

  private static void setState(PreparedStatement statement, KeptSubscription subscription)
      throws SQLException {
    statement.setString(1, subscription.state().name());
    statement.setString(2, subscription.externalId());
    statement.setString(3, subscription.problem());
    SqlInstant.set(statement, 4, subscription.createdAt());
    SqlInstant.set(statement, 5, subscription.endsAt());
    SqlInstant.set(statement, 6, subscription.retryAt());
  }

  void remove(Connection database, String id) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
      statement.setString(1, id);
      statement.executeUpdate();
    }
  }

  void removeOfConnection(Connection database, String tenantId, String connectionId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE_OF_CONNECTION)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }
}
