package dev.patchbay.host.connect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.patchbay.host.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads every column of every row of every table as a thief of the database would. */
public final class TableScan {

  private TableScan() {}

  public static String of(TestDatabase database) {
    var text = new StringBuilder();
    try (var connection = database.dataSource().getConnection()) {
      for (var table : tables(connection)) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("select * from \"" + table + "\"")) {
          append(rows, text);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private static void append(ResultSet rows, StringBuilder text) throws SQLException {
    while (rows.next()) {
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        var value = rows.getObject(i);
        text.append(value instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : value);
        text.append('\n');
      }
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    var names = new ArrayList<String>();
    try (var found =
        connection
            .getMetaData()
            .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
