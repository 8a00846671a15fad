package dev.patchbay.host.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Instants in JDBC: always with their offset, so that the server's time zone never matters. */
public final class SqlInstant {

  private SqlInstant() {}

  /** Sets a parameter; null becomes SQL's null. */
  public static void set(PreparedStatement statement, int parameter, Instant instant)
      throws SQLException {
    statement.setObject(parameter, instant == null ? null : instant.atOffset(ZoneOffset.UTC));
  }

  /** Reads a column; null if it is SQL's null. */
  public static Instant get(ResultSet row, String column) throws SQLException {
    OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
    return stored == null ? null : stored.toInstant();
  }
}
