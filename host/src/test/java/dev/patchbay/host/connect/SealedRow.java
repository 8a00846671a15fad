package dev.patchbay.host.connect;

import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.SealedColumn;
import dev.patchbay.host.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A sealed value as it lies in the database. */
record SealedRow(SealedColumn column, String tenantId, String id, byte[] bytes) {
  private static final Set<Integer> BINARY =
      Set.of(Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB);

  Place place() {
    return column.place(tenantId, id);
  }

  static List<SealedRow> in(TestDatabase database, SealedColumn column) {
    String tenant = column.ofTenant() ? "tenant_id" : "null";
    String sql =
        "select %s, %s, %s from %s where %3$s is not null"
            .formatted(tenant, column.key(), column.name(), column.table());
    List<SealedRow> rows = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      while (found.next()) {
        rows.add(new SealedRow(column, found.getString(1), found.getString(2), found.getBytes(3)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> binaryColumns(TestDatabase database) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        ResultSet columns =
            connection.getMetaData().getColumns(null, connection.getSchema(), "%", "%")) {
      while (columns.next()) {
        String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
        if (BINARY.contains(columns.getInt("DATA_TYPE")) && !table.startsWith("scheduled_")) {
          names.add(table + "." + columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
        }
      }
    }
    return names;
  }
}
