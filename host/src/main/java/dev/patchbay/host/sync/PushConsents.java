package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** The collections to which a person let edits of the CRM go. */
@Singleton
class PushConsents {
  private static final String FIND =
      "select collection_id from push_consent where connection_id = ? and type = ?";
  private static final String INSERT =
      "insert into push_consent (collection_id, connection_id, type, tenant_id, consented_at)"
          + " values (?, ?, ?, ?, ?)";

  boolean any(Connection database, String connectionId, String type) throws SQLException {
    return !of(database, connectionId, type).isEmpty();
  }

  /** The ids of the collections. */
  Set<String> of(Connection database, String connectionId, String type) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      try (ResultSet rows = statement.executeQuery()) {
        Set<String> found = new HashSet<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  void insert(Connection database, Lease lease, String collectionId, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, collectionId);
      statement.setString(2, lease.connectionId());
      statement.setString(3, lease.type());
      statement.setString(4, lease.tenantId());
      SqlInstant.set(statement, 5, now);
      statement.executeUpdate();
    }
  }
}
