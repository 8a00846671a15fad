package dev.patchbay.host.record;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.SqlInstant;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads records; a tenant's own and no other. Lists are ordered by all columns of the index they
 * follow, since H2 would sort everything else.
 */
@Singleton
public class Records {
  private static final String SELECT =
      """
      select r.id, r.connection_id, r.type, r.collection_id, r.external_id, r.external_version,
        r.data, r.change_seq, r.created_at, r.updated_at, r.deleted_at, r.deleted_reason,
        r.merged_into, c.last_synced_at, l.crm_id, e.state as edit_state
      from record r left join collection c on c.id = r.collection_id
      left join crm_link l
        on l.connection_id = r.connection_id and l.type = r.type and l.record_id = r.id
      left join edit e
        on e.connection_id = r.connection_id and e.type = r.type and e.record_id = r.id
      where r.tenant_id = ?
      """;
  private static final String FIND = SELECT + "and r.connection_id = ? and r.type = ? and r.id = ?";
  private static final String OF_CRM =
      SELECT + "and r.connection_id = ? and r.type = ? and l.crm_id = ?";
  private static final String LIST =
      SELECT
          + """
          and r.connection_id = ? and r.type = ? and r.id > ? and r.deleted_at is null
          and (cast(? as varchar) is null or r.collection_id = ?)
          and (cast(? as varchar) is null or lower(r.data) like ? escape '!')
          and (cast(? as timestamp(6) with time zone) is null or r.updated_at >= ?)
          and (cast(? as varchar) is null or e.state = ?)
          order by r.connection_id, r.type, r.id limit ?
          """;
  private static final String CHANGES =
      SELECT
          + """
          and r.change_seq > ? and (cast(? as varchar) is null or r.type = ?)
          and (cast(? as varchar) is null or r.connection_id = ?)
          order by r.tenant_id, r.change_seq limit ?
          """;

  private final Database database;

  @Inject
  public Records(Database database) {
    this.database = database;
  }

  public Optional<StoredRecord> find(String tenantId, String connectionId, String type, String id) {
    return read(FIND, tenantId, connectionId, type, id).stream().findFirst();
  }

  /** The same within a transaction that somebody else began. */
  public Optional<StoredRecord> find(
      Connection connection, String tenantId, String connectionId, String type, String id)
      throws SQLException {
    return read(connection, FIND, tenantId, connectionId, type, id).stream().findFirst();
  }

  /** The record that the CRM knows by an id of its own, within a transaction. */
  public Optional<StoredRecord> ofCrm(
      Connection connection, String tenantId, String connectionId, String type, String crmId)
      throws SQLException {
    return read(connection, OF_CRM, tenantId, connectionId, type, crmId).stream().findFirst();
  }

  /** Those that are not deleted, in the order of their ids. */
  public List<StoredRecord> list(RecordQuery query, String after, int rows) {
    Optional<String> pattern = query.pattern();
    OffsetDateTime since =
        query.updatedSince().map(instant -> instant.atOffset(ZoneOffset.UTC)).orElse(null);
    return read(
        LIST,
        query.tenantId(),
        query.connectionId(),
        query.type(),
        after,
        query.collection().orElse(null),
        query.collection().orElse(null),
        pattern.orElse(null),
        pattern.orElse(null),
        since,
        since,
        query.pending().orElse(null),
        query.pending().orElse(null),
        rows);
  }

  /** What changed since a place in the feed, tombstones included, in the feed's order. */
  public List<StoredRecord> changes(ChangeQuery query, long after, int rows) {
    return read(
        CHANGES,
        query.tenantId(),
        after,
        query.type(),
        query.type(),
        query.connectionId(),
        query.connectionId(),
        rows);
  }

  /** The record that the CRM knows by an id of its own. */
  public Optional<StoredRecord> ofCrm(
      String tenantId, String connectionId, String type, String crmId) {
    return read(OF_CRM, tenantId, connectionId, type, crmId).stream().findFirst();
  }

  private List<StoredRecord> read(String sql, Object... parameters) {
    return database.read(connection -> read(connection, sql, parameters));
  }

  private static List<StoredRecord> read(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return all(rows);
      }
    }
  }

  private static List<StoredRecord> all(ResultSet rows) throws SQLException {
    List<StoredRecord> found = new ArrayList<>();
    while (rows.next()) {
      found.add(record(rows));
    }
    return found;
  }

  private static StoredRecord record(ResultSet row) throws SQLException {
    Instant updatedAt = SqlInstant.get(row, "updated_at");
    Instant syncedAt = SqlInstant.get(row, "last_synced_at");
    return new StoredRecord(
        row.getString("id"),
        row.getString("connection_id"),
        row.getString("type"),
        row.getString("collection_id"),
        row.getString("external_id"),
        row.getString("external_version"),
        row.getString("data"),
        row.getLong("change_seq"),
        SqlInstant.get(row, "created_at"),
        updatedAt,
        syncedAt == null || syncedAt.isBefore(updatedAt) ? updatedAt : syncedAt,
        row.getObject("deleted_at") == null ? null : Boolean.TRUE,
        row.getString("deleted_reason"),
        row.getString("merged_into"),
        row.getString("crm_id"),
        pending(row.getString("edit_state")),
        null);
  }

  private static String pending(String state) {
    return state == null ? null : state.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
