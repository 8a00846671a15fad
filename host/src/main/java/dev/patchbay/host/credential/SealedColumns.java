package dev.patchbay.host.credential;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Finds every sealed column in the database itself, by its name: {@code sealed_…} in a table with a
 * key of one column. A column that is added later is rotated without anybody thinking of it.
 */
@Singleton
public class SealedColumns {
  private static final String PREFIX = "sealed_";
  private static final String TENANT = "tenant_id";

  private final DataSource database;

  @Inject
  public SealedColumns(DataSource database) {
    this.database = database;
  }

  /** Returns them in the order of their names, which is the same on every node. */
  public List<SealedColumn> all() {
    try (Connection connection = database.getConnection()) {
      List<SealedColumn> found = new ArrayList<>();
      for (Named sealed : named(connection, PREFIX)) {
        found.add(column(connection, sealed));
      }
      found.sort(Comparator.comparing(SealedColumn::toString));
      return List.copyOf(found);
    } catch (SQLException e) {
      throw new IllegalStateException("The sealed columns cannot be found", e);
    }
  }

  private static SealedColumn column(Connection connection, Named sealed) throws SQLException {
    boolean ofTenant =
        named(connection, TENANT).stream().anyMatch(one -> one.table().equals(sealed.table()));
    return new SealedColumn(
        lower(sealed.table()), key(connection, sealed.table()), ofTenant, lower(sealed.column()));
  }

  private static List<Named> named(Connection connection, String start) throws SQLException {
    List<Named> found = new ArrayList<>();
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet columns = data.getColumns(null, connection.getSchema(), "%", "%")) {
      while (columns.next()) {
        String name = columns.getString("COLUMN_NAME");
        if (lower(name).startsWith(start)) {
          found.add(new Named(columns.getString("TABLE_NAME"), name));
        }
      }
    }
    return found;
  }

  private static String key(Connection connection, String table) throws SQLException {
    try (ResultSet keys =
        connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), table)) {
      List<String> names = new ArrayList<>();
      while (keys.next()) {
        names.add(lower(keys.getString("COLUMN_NAME")));
      }
      if (names.size() != 1) {
        throw new IllegalStateException(
            table + " holds something sealed and needs a primary key of one column, not " + names);
      }
      return names.get(0);
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private record Named(String table, String column) {}
}
