package dev.patchbay.host.edit;

import dev.patchbay.host.merge.Policy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Which policy decides between two edits of one field, for each connection and type. */
@Singleton
public class Policies {
  /**
   * What holds until somebody says otherwise: both sides agree by themselves, and history tells.
   */
  public static final Policy USUAL = Policy.LATEST_WINS;

  private static final String FIND =
      "select policy from sync_setting where connection_id = ? and type = ?";
  private static final String REMOVE =
      "delete from sync_setting where connection_id = ? and type = ?";
  private static final String INSERT =
      "insert into sync_setting (connection_id, type, tenant_id, policy) values (?, ?, ?, ?)";

  public Policy of(Connection database, String connectionId, String type) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Policy.valueOf(row.getString("policy")) : USUAL;
      }
    }
  }

  public void put(
      Connection database, String tenantId, String connectionId, String type, Policy policy)
      throws SQLException {
    run(database, REMOVE, connectionId, type);
    run(database, INSERT, connectionId, type, tenantId, policy.name());
  }

  private static void run(Connection database, String sql, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
