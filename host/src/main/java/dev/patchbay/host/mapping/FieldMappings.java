package dev.patchbay.host.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.patchbay.host.json.Json;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of the mappings. A connection's own mapping of a type stands instead of the one of its
 * integration; one that outlives its integration keeps that one's.
 */
@Singleton
public class FieldMappings {
  private static final String FIND =
      "select mapping from field_mapping where tenant_id = ? and owner_id = ?";
  private static final String OF_CONNECTIONS =
      "select c.id, m.owner_id, m.mapping from connection c"
          + " join field_mapping m on m.owner_id = c.id or m.owner_id = c.integration_id"
          + " where c.tenant_id = ? and m.tenant_id = c.tenant_id and c.id in (%s)";
  private static final String REMOVE =
      "delete from field_mapping where tenant_id = ? and owner_id = ?";
  private static final String INSERT =
      "insert into field_mapping (tenant_id, owner_id, mapping) values (?, ?, ?)";

  /** The one of an integration or a connection itself. */
  Optional<FieldMapping> find(Connection database, String tenantId, String ownerId)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, tenantId);
      statement.setString(2, ownerId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row.getString(1))) : Optional.empty();
      }
    }
  }

  /** What holds for connections, by their ids; those without names of their own are left out. */
  public Map<String, ConnectionMapping> of(
      Connection database, String tenantId, Collection<String> connectionIds) throws SQLException {
    if (connectionIds.isEmpty()) {
      return Map.of();
    }
    String places = String.join(", ", Collections.nCopies(connectionIds.size(), "?"));
    try (PreparedStatement statement =
        database.prepareStatement(OF_CONNECTIONS.formatted(places))) {
      statement.setString(1, tenantId);
      int next = 2;
      for (String id : connectionIds) {
        statement.setString(next++, id);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return all(rows);
      }
    }
  }

  private static Map<String, ConnectionMapping> all(ResultSet rows) throws SQLException {
    Map<String, ConnectionMapping> found = new HashMap<>();
    while (rows.next()) {
      String id = rows.getString(1);
      FieldMapping mapping = read(rows.getString(3));
      ConnectionMapping before = found.getOrDefault(id, ConnectionMapping.NONE);
      found.put(
          id, id.equals(rows.getString(2)) ? before.withOwn(mapping) : before.withShared(mapping));
    }
    return found;
  }

  /** Keeps a mapping instead of the one before; an empty one is none. */
  void put(Connection database, String tenantId, String ownerId, FieldMapping mapping)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(REMOVE)) {
      statement.setString(1, tenantId);
      statement.setString(2, ownerId);
      statement.executeUpdate();
    }
    if (mapping.types().isEmpty()) {
      return;
    }
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, tenantId);
      statement.setString(2, ownerId);
      statement.setString(3, write(mapping));
      statement.executeUpdate();
    }
  }

  private static FieldMapping read(String json) {
    try {
      return Json.mapper().readValue(json, FieldMapping.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored field mapping cannot be read", e);
    }
  }

  private static String write(FieldMapping mapping) {
    try {
      return Json.mapper().writeValueAsString(mapping);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A field mapping cannot be written as JSON", e);
    }
  }
}
