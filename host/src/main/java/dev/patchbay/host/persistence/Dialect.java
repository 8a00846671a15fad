package dev.patchbay.host.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** The two databases Patchbay runs on, and where their SQL differs. */
public enum Dialect {
  H2("character varying(100000000)", "varbinary(1048576)", ""),
  POSTGRESQL("text", "bytea", "stored");

  private final String json;
  private final String binary;
  private final String stored;

  Dialect(String json, String binary, String stored) {
    this.json = json;
    this.binary = binary;
    this.stored = stored;
  }

  /**
   * Returns what the placeholders of the migrations stand for: {@code json}, {@code binary}, and
   * {@code stored} after a column that is made of another.
   */
  public Map<String, String> columnTypes() {
    return Map.of("json", json, "binary", binary, "stored", stored);
  }

  /** Asks the database what it is. */
  public static Dialect of(DataSource database) {
    try (Connection connection = database.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> H2;
        case "PostgreSQL" -> POSTGRESQL;
        default ->
            throw new IllegalStateException(
                "Patchbay runs on H2 and PostgreSQL, and this database is " + product);
      };
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }
}
