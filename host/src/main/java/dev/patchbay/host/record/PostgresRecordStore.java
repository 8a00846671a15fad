package dev.patchbay.host.record;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.enterprise.inject.Vetoed;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * PostgreSQL takes whole columns as arrays, so that a thousand rows are one statement. The lateral
 * join with its offset keeps the planner on the index even while the table has no statistics yet,
 * as in a first pull.
 */
@Vetoed
final class PostgresRecordStore extends JdbcRecordStore {
  private static final String COMPARE =
      """
      select i.nth, case when r.collection_id is null then 'NOTHING'
                         when r.deleted_at is null then 'RECORD' else 'TOMBSTONE' end
      from unnest(?::varchar[], ?::varchar[]) with ordinality i (external_id, fingerprint, nth)
      left join lateral (
        select collection_id, fingerprint, deleted_at from record
        where collection_id = ? and external_id = i.external_id offset 0) r on true
      where case when i.fingerprint is null
                 then r.collection_id is not null and r.deleted_at is null
                 else r.collection_id is null or r.deleted_at is not null
                      or r.fingerprint <> i.fingerprint end
      order by i.nth
      """;
  private static final String TAKE =
      """
      insert into change_counter (tenant_id, last_seq) values (?, ?)
      on conflict (tenant_id) do update
        set last_seq = change_counter.last_seq + excluded.last_seq
      returning last_seq
      """;
  private static final String COLUMNS =
      """
      from unnest(?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[], ?::varchar[])
        with ordinality i (id, external_id, external_version, fingerprint, data, nth)
      """;
  private static final String INSERT =
      """
      insert into record (tenant_id, connection_id, type, collection_id, change_seq, created_at,
        updated_at, id, external_id, external_version, fingerprint, data)
      select ?, ?, ?, ?, ? + i.nth, ?, ?,
        i.id, i.external_id, i.external_version, i.fingerprint, i.data
      """
          + COLUMNS;
  private static final String UPDATE =
      """
      update record r set change_seq = ? + i.nth, updated_at = ?,
        external_version = i.external_version, fingerprint = i.fingerprint, data = i.data,
        deleted_at = null, deleted_reason = null, merged_into = null
      """
          + COLUMNS
          + "where r.collection_id = ? and r.external_id = i.external_id";

  private static final String ERASE =
      """
      with erasable as (
        select connection_id, type, id, row_number() over (order by change_seq) as nth
        from record where tenant_id = ? and connection_id = ?
          and (deleted_at is null or deleted_reason <> 'erased'))
      update record r set data = '{}', external_id = r.id, external_version = null,
        fingerprint = '', merged_into = null, deleted_reason = 'erased', deleted_at = ?,
        updated_at = ?, change_seq = ? + e.nth
      from erasable e
      where r.connection_id = e.connection_id and r.type = e.type and r.id = e.id
      """;

  @Override
  String comparison() {
    return COMPARE;
  }

  @Override
  String erasure() {
    return ERASE;
  }

  @Override
  public long takeChanges(Connection database, String tenantId, int count) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(TAKE)) {
      statement.setString(1, tenantId);
      statement.setLong(2, count);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1) - count + 1;
      }
    }
  }

  @Override
  public void insert(
      Connection database, RecordScope scope, List<RecordWrite> writes, long firstSeq, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setString(1, scope.tenantId());
      statement.setString(2, scope.connectionId());
      statement.setString(3, scope.type());
      statement.setString(4, scope.collectionId());
      statement.setLong(5, firstSeq - 1);
      SqlInstant.set(statement, 6, now);
      SqlInstant.set(statement, 7, now);
      setColumns(statement, 8, writes);
      requireAll(writes.size(), statement.executeUpdate());
    }
  }

  @Override
  public void update(
      Connection database, RecordScope scope, List<RecordWrite> writes, long firstSeq, Instant now)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(UPDATE)) {
      statement.setLong(1, firstSeq - 1);
      SqlInstant.set(statement, 2, now);
      setColumns(statement, 3, writes);
      statement.setString(8, scope.collectionId());
      requireAll(writes.size(), statement.executeUpdate());
    }
  }

  private static void setColumns(PreparedStatement statement, int first, List<RecordWrite> writes)
      throws SQLException {
    statement.setArray(first, column(statement, writes, RecordWrite::recordId));
    statement.setArray(first + 1, column(statement, writes, RecordWrite::externalId));
    statement.setArray(first + 2, column(statement, writes, RecordWrite::externalVersion));
    statement.setArray(first + 3, column(statement, writes, RecordWrite::fingerprint));
    statement.setArray(first + 4, column(statement, writes, RecordWrite::data));
  }

  private static Array column(
      PreparedStatement statement, List<RecordWrite> writes, Function<RecordWrite, String> value)
      throws SQLException {
    return text(statement.getConnection(), writes.stream().map(value).toArray(String[]::new));
  }
}
