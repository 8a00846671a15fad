package dev.patchbay.host.match;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Looks for what the service has. Nothing is indexed by what items are recognised by: every pulled
 * record would pay for it, and only new records of the CRM that name such a thing ever ask.
 */
@Singleton
public class MatchRows {
  private static final int ROWS_AT_ONCE = 2_000;
  private static final String ALL =
      "select id, data from record where connection_id = ? and type = ? and id > ?"
          + " and deleted_at is null order by connection_id, type, id limit ?";
  private static final String FIND =
      """
      select r.id, r.collection_id, r.external_id, r.external_version, r.fingerprint, r.data,
        l.crm_id, e.record_id as edit
      from record r
      left join crm_link l
        on l.connection_id = r.connection_id and l.type = r.type and l.record_id = r.id
      left join edit e
        on e.connection_id = r.connection_id and e.type = r.type and e.record_id = r.id
      where r.connection_id = ? and r.type = ? and r.id = ? and r.deleted_at is null
        and (e.kind is null or e.kind <> 'CREATE')
      """;

  /** Shows the data of all records that are not deleted, by id. */
  void forEach(
      Connection database, String connectionId, String type, BiConsumer<String, String> visitor)
      throws SQLException {
    String after = "";
    int rows;
    do {
      rows = 0;
      try (PreparedStatement statement = database.prepareStatement(ALL)) {
        statement.setString(1, connectionId);
        statement.setString(2, type);
        statement.setString(3, after);
        statement.setInt(4, ROWS_AT_ONCE);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            after = row.getString(1);
            visitor.accept(after, row.getString(2));
            rows++;
          }
        }
      }
    } while (rows == ROWS_AT_ONCE);
  }

  /** The record, if the service has its item. */
  Optional<MatchCandidate> find(
      Connection database, String connectionId, String type, String recordId) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(FIND)) {
      statement.setString(1, connectionId);
      statement.setString(2, type);
      statement.setString(3, recordId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(candidate(row)) : Optional.empty();
      }
    }
  }

  private static MatchCandidate candidate(ResultSet row) throws SQLException {
    return new MatchCandidate(
        row.getString("id"),
        row.getString("collection_id"),
        row.getString("external_id"),
        row.getString("external_version"),
        row.getString("fingerprint"),
        row.getString("data"),
        row.getString("crm_id"),
        row.getString("edit") != null);
  }
}
