package dev.patchbay.host.persistence;

import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to this version's shape, on an empty database and on an older one alike. */
@Singleton
public class Migration {
  private final DataSource database;

  @Inject
  public Migration(DataSource database) {
    this.database = database;
  }

  public void run() {
    requireConnection();
    try {
      Flyway.configure(Migration.class.getClassLoader())
          .dataSource(database)
          .placeholders(Dialect.of(database).columnTypes())
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new StartupRefused(
          "The tables of the database cannot be brought to this version: " + e.getMessage(), e);
    }
  }

  private void requireConnection() {
    try (Connection connection = database.getConnection()) {
      connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      throw new StartupRefused(
          "The database cannot be reached: "
              + e.getMessage()
              + ". Check PATCHBAY_DB_URL, PATCHBAY_DB_USER and PATCHBAY_DB_PASSWORD.",
          e);
    }
  }
}
