package dev.patchbay.host.record;

import dev.patchbay.host.persistence.SqlInstant;
import jakarta.enterprise.inject.Vetoed;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/** H2 runs in this process, so a batch of prepared rows costs no round trips. */
@Vetoed
final class H2RecordStore extends JdbcRecordStore {
  private static final System.Logger LOG = System.getLogger(H2RecordStore.class.getName());
  private static final String COMPARE =
      """
      select i.nth, case when r.collection_id is null then 'NOTHING'
                         when r.deleted_at is null then 'RECORD' else 'TOMBSTONE' end
      from unnest(cast(? as varchar array), cast(? as varchar array)) with ordinality
        i (external_id, fingerprint, nth)
      left join record r on r.collection_id = ? and r.external_id = i.external_id
      where case when i.fingerprint is null
                 then r.collection_id is not null and r.deleted_at is null
                 else r.collection_id is null or r.deleted_at is not null
                      or r.fingerprint <> i.fingerprint end
      order by i.nth
      """;
  private static final String TAKE =
      "select last_seq from final table (update change_counter set last_seq = last_seq + ?"
          + " where tenant_id = ?)";
  private static final String BEGIN =
      "insert into change_counter (tenant_id, last_seq) values (?, 0)";
  private static final String INSERT =
      """
      insert into record (id, external_id, external_version, fingerprint, data, change_seq,
        updated_at, collection_id, created_at, tenant_id, connection_id, type)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      """
      update record set external_version = ?, fingerprint = ?, data = ?, change_seq = ?,
        updated_at = ?, deleted_at = null, deleted_reason = null, merged_into = null
      where collection_id = ? and external_id = ?
      """;

  private static final String ERASE =
      """
      merge into record r using (
        select connection_id, type, id, row_number() over (order by change_seq) as nth
        from record where tenant_id = ? and connection_id = ?
          and (deleted_at is null or deleted_reason <> 'erased')) e
      on r.connection_id = e.connection_id and r.type = e.type and r.id = e.id
      when matched then update set data = '{}', external_id = r.id, external_version = null,
        fingerprint = '', merged_into = null, deleted_reason = 'erased', deleted_at = ?,
        updated_at = ?, change_seq = ? + e.nth
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
    OptionalLong last = advance(database, tenantId, count);
    if (last.isEmpty()) {
      begin(database, tenantId);
      last = advance(database, tenantId, count);
    }
    return last.orElseThrow() - count + 1;
  }

  private static OptionalLong advance(Connection database, String tenantId, int count)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(TAKE)) {
      statement.setLong(1, count);
      statement.setString(2, tenantId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** Two may begin at once; who comes second finds the row made. */
  private static void begin(Connection database, String tenantId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(BEGIN)) {
      statement.setString(1, tenantId);
      statement.executeUpdate();
    } catch (SQLIntegrityConstraintViolationException alreadyBegun) {
      LOG.log(Level.DEBUG, "Another transaction began the feed of {0}", tenantId);
    }
  }

  @Override
  public void insert(
      Connection database, RecordScope scope, List<RecordWrite> writes, long firstSeq, Instant now)
      throws SQLException {
    long seq = firstSeq;
    try (PreparedStatement statement = database.prepareStatement(INSERT)) {
      for (RecordWrite write : writes) {
        statement.setString(1, write.recordId());
        statement.setString(2, write.externalId());
        statement.setString(3, write.externalVersion());
        statement.setString(4, write.fingerprint());
        statement.setString(5, write.data());
        statement.setLong(6, seq++);
        SqlInstant.set(statement, 7, now);
        statement.setString(8, scope.collectionId());
        SqlInstant.set(statement, 9, now);
        statement.setString(10, scope.tenantId());
        statement.setString(11, scope.connectionId());
        statement.setString(12, scope.type());
        statement.addBatch();
      }
      requireOneEach(statement.executeBatch());
    }
  }

  @Override
  public void update(
      Connection database, RecordScope scope, List<RecordWrite> writes, long firstSeq, Instant now)
      throws SQLException {
    long seq = firstSeq;
    try (PreparedStatement statement = database.prepareStatement(UPDATE)) {
      for (RecordWrite write : writes) {
        statement.setString(1, write.externalVersion());
        statement.setString(2, write.fingerprint());
        statement.setString(3, write.data());
        statement.setLong(4, seq++);
        SqlInstant.set(statement, 5, now);
        statement.setString(6, scope.collectionId());
        statement.setString(7, write.externalId());
        statement.addBatch();
      }
      requireOneEach(statement.executeBatch());
    }
  }
}
