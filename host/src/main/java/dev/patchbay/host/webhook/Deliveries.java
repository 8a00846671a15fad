package dev.patchbay.host.webhook;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The rows of the deliveries. */
@Singleton
class Deliveries {
  private static final int MOST_AT_ONCE = 1_000;
  private static final String KNOWN =
      "select 1 from webhook_delivery"
          + " where address_id = ? and connection_id = ? and delivery_hash = ?";
  private static final String INSERT =
      "insert into webhook_delivery (id, tenant_id, address_id, connection_id, type, delivery_hash,"
          + " received_at) values (?, ?, ?, ?, ?, ?, ?)";
  private static final String WAITING =
      "select distinct connection_id from webhook_delivery"
          + " where handled_at is null and connection_id > ? order by connection_id limit ?";
  private static final String OF_CONNECTION =
      "select id, tenant_id, address_id, connection_id, type, delivery_hash, received_at"
          + " from webhook_delivery where handled_at is null and connection_id = ?"
          + " order by received_at, id limit ?";
  private static final String HANDLED = "update webhook_delivery set handled_at = ? where id = ?";
  private static final String FORGET = "delete from webhook_delivery where handled_at < ?";
  private static final String REMOVE =
      "delete from webhook_delivery where tenant_id = ? and connection_id = ?";

  boolean isKnown(Connection database, Delivery delivery) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(KNOWN)) {
      statement.setString(1, delivery.addressId());
      statement.setString(2, delivery.connectionId());
      statement.setString(3, delivery.hash());
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  void insert(Connection database, List<Delivery> deliveries) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      for (Delivery delivery : deliveries) {
        statement.setString(1, delivery.id());
        statement.setString(2, delivery.tenantId());
        statement.setString(3, delivery.addressId());
        statement.setString(4, delivery.connectionId());
        statement.setString(5, delivery.type());
        statement.setString(6, delivery.hash());
        SqlInstant.set(statement, 7, delivery.receivedAt());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** The connections behind an id of which something is not handled yet. */
  List<String> waiting(Connection database, String after) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(WAITING)) {
      statement.setString(1, after);
      statement.setInt(2, MOST_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  /** What is not handled yet of a connection, the oldest first. */
  List<Delivery> of(Connection database, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OF_CONNECTION)) {
      statement.setString(1, connectionId);
      statement.setInt(2, MOST_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        List<Delivery> found = new ArrayList<>();
        while (rows.next()) {
          found.add(read(rows));
        }
        return found;
      }
    }
  }

  private static Delivery read(ResultSet row) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("tenant_id"),
        row.getString("address_id"),
        row.getString("connection_id"),
        row.getString("type"),
        row.getString("delivery_hash"),
        SqlInstant.get(row, "received_at"));
  }

  void handled(Connection database, List<Delivery> deliveries, Instant now) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(HANDLED)) {
      for (Delivery delivery : deliveries) {
        SqlInstant.set(statement, 1, now);
        statement.setString(2, delivery.id());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  void forget(Connection database, Instant handledBefore) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FORGET)) {
      SqlInstant.set(statement, 1, handledBefore);
      statement.executeUpdate();
    }
  }

  void remove(Connection database, String tenantId, String connectionId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
      statement.setString(1, tenantId);
      statement.setString(2, connectionId);
      statement.executeUpdate();
    }
  }
}
