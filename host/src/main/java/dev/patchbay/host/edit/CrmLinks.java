package dev.patchbay.host.edit;

import dev.patchbay.host.record.RecordScope;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The CRM's own ids of records. */
@Singleton
public class CrmLinks {
  private static final String INSERT =
      "insert into crm_link (connection_id, type, crm_id, record_id, tenant_id)"
          + " values (?, ?, ?, ?, ?)";
  private static final String REMOVE =
      "delete from crm_link where connection_id = ? and type = ? and crm_id = ?";
  private static final String ERASE =
      "delete from crm_link where tenant_id = ? and connection_id = ?";

  /** Lets the CRM's id lead to this record and no other. */
  void put(Connection database, RecordScope scope, String crmId, String recordId)
      throws SQLException {
    run(database, REMOVE, scope.connectionId(), scope.type(), crmId);
    run(database, INSERT, scope.connectionId(), scope.type(), crmId, recordId, scope.tenantId());
  }

  /** Removes all of a connection. */
  public void erase(Connection database, String tenantId, String connectionId) throws SQLException {
    run(database, ERASE, tenantId, connectionId);
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
