package dev.patchbay.host.persistence;

import dev.patchbay.host.problem.RootCause;
import dev.patchbay.host.problem.StartupRefused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the tables to this version's shape, on an empty database and on an older one alike. Tables
 * of a newer version are left alone and refused.
 */
@Singleton
public class Migration {
  private final DataSource database;

  @Inject
  public Migration(DataSource database) {
    this.database = database;
  }

  public void run() {
    requireConnection();
    Flyway flyway =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(database)
            .placeholders(Dialect.of(database).columnTypes())
            .load();
    try {
      requireKnown(flyway.info().applied());
      migrate(flyway);
    } catch (FlywayException e) {
      throw new StartupRefused(sentence(e), e);
    }
  }

  private static String sentence(FlywayException e) {
    return e.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE
        ? "The database holds tables that are not Patchbay's: give it an empty database of its own."
        : "The tables of the database cannot be brought to this version: " + RootCause.line(e);
  }

  private void migrate(Flyway flyway) {
    if (flyway.info().pending().length == 0) {
      flyway.validate();
      return;
    }
    CopyBeforeMigration copy = CopyBeforeMigration.of(database);
    copy.make();
    flyway.migrate();
    copy.drop();
  }

  private static void requireKnown(MigrationInfo[] applied) {
    for (MigrationInfo step : applied) {
      if (step.getState().isResolved()) {
        continue;
      }
      throw new StartupRefused(
          "The tables of the database are those of a newer Patchbay (step "
              + step.getVersion()
              + "): start that version, or restore a backup from before.");
    }
  }

  private void requireConnection() {
    try (Connection connection = database.getConnection()) {
      connection.getMetaData().getDatabaseProductName();
    } catch (SQLException e) {
      throw new StartupRefused(
          "The database cannot be opened: "
              + RootCause.line(e)
              + ". Check the disk of the data folder, or PATCHBAY_DB_URL, PATCHBAY_DB_USER and"
              + " PATCHBAY_DB_PASSWORD.",
          e);
    }
  }
}
