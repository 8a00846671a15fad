package dev.patchbay.host.rotation;

import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.SealedColumn;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.persistence.Jdbc;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals rows anew that are under an older key. A row is replaced only if it still is what was read:
 * whoever has written a new token meanwhile has won, and sealed it with the newest key anyway. The
 * row's own version is left alone, so that a renewal that is under way wins too.
 */
@Singleton
public class SealedRows {
  private final Jdbc jdbc;
  private final Vault vault;

  @Inject
  public SealedRows(Jdbc jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** Counts all sealed values of a column. */
  long count(SealedColumn column) {
    return query("select count(*) from %s where %s is not null", column, statement -> {});
  }

  /** Counts those that were sealed with a key. */
  long count(SealedColumn column, byte[] mark) {
    return query(
        "select count(*) from %1$s where substring(%2$s from 1 for 5) = ?",
        column, statement -> statement.setBytes(1, mark));
  }

  /** Seals up to so many rows anew that come after a key. */
  Batch reseal(SealedColumn column, String after, int most) {
    try {
      Connection database = jdbc.connection();
      List<Row> rows = outdated(database, column, after, most);
      return replace(database, column, rows, rows.size() < most);
    } catch (SQLException e) {
      throw new IllegalStateException(column + " cannot be sealed anew", e);
    }
  }

  private List<Row> outdated(Connection database, SealedColumn column, String after, int most)
      throws SQLException {
    String tenant = column.ofTenant() ? "tenant_id" : "''";
    String sql =
        "select %s, %s, %s from %s where %2$s > ? and %3$s is not null"
            + " and substring(%3$s from 1 for 5) <> ? order by %2$s limit ?";
    try (PreparedStatement statement =
        database.prepareStatement(
            sql.formatted(tenant, column.key(), column.name(), column.table()))) {
      statement.setString(1, after);
      statement.setBytes(2, vault.mark());
      statement.setInt(3, most);
      List<Row> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(new Row(found.getString(1), found.getString(2), found.getBytes(3)));
        }
      }
      return rows;
    }
  }

  private Batch replace(Connection database, SealedColumn column, List<Row> rows, boolean last)
      throws SQLException {
    Optional<String> problem = Optional.empty();
    int unreadable = 0;
    String lastKey = "";
    String sql =
        "update %s set %s = ? where %s = ? and %2$s = ?"
            .formatted(column.table(), column.name(), column.key());
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (Row row : rows) {
        lastKey = row.key;
        Place place = column.place(row.tenantId, row.key);
        Optional<byte[]> fresh = resealed(place, row.sealed);
        if (fresh.isPresent()) {
          statement.setBytes(1, fresh.get());
          statement.setString(2, row.key);
          statement.setBytes(3, row.sealed);
          statement.addBatch();
        } else {
          unreadable++;
          problem = Optional.of("What is kept at " + place + " was not sealed for it");
        }
      }
      int replaced = sum(statement.executeBatch());
      return new Batch(rows.size(), replaced, unreadable, lastKey, last, problem);
    }
  }

  private Optional<byte[]> resealed(Place place, byte[] sealed) {
    try {
      return Optional.of(vault.seal(place, vault.open(place, sealed)));
    } catch (IllegalStateException damaged) {
      return Optional.empty();
    }
  }

  private long query(String sql, SealedColumn column, Values values) {
    try (PreparedStatement statement =
        jdbc.connection().prepareStatement(sql.formatted(column.table(), column.name()))) {
      values.set(statement);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(column + " cannot be counted", e);
    }
  }

  private static int sum(int... counts) {
    int sum = 0;
    for (int count : counts) {
      sum += Math.max(count, 0);
    }
    return sum;
  }

  /** A row under an older key; no record, since it holds bytes. */
  private static final class Row {
    private final String tenantId;
    private final String key;
    private final byte[] sealed;

    Row(String tenantId, String key, byte[] sealed) {
      this.tenantId = tenantId;
      this.key = key;
      this.sealed = sealed;
    }
  }

  @FunctionalInterface
  private interface Values {
    void set(PreparedStatement statement) throws SQLException;
  }
}
