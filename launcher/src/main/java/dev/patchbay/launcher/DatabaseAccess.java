package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The launcher's own look at a database, where no server has it open. */
final class DatabaseAccess {
  private static final int POSTGRESQL = 15;
  private static final int LOGIN_SECONDS = 15;

  private final String url;
  private final String user;
  private final String password;

  DatabaseAccess(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Finds out whether PostgreSQL answers, is new enough and keeps every character. */
  void requirePostgres() {
    DriverManager.setLoginTimeout(LOGIN_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      requireVersion(connection);
      requireUnicode(connection);
    } catch (SQLException e) {
      throw new StartupProblem(
          "The database %s cannot be used (%s); check PATCHBAY_DB_URL, PATCHBAY_DB_USER and PATCHBAY_DB_PASSWORD."
              .formatted(address(), reason(e)),
          e);
    }
  }

  /** Finds out whether H2's file can be read. */
  void requireH2() {
    try {
      DriverManager.getConnection(url, user, password).close();
    } catch (SQLException e) {
      throw new StartupProblem(
          "The database %s.mv.db cannot be opened (%s); start the Patchbay version that wrote it, or restore a backup."
              .formatted(address().substring("jdbc:h2:file:".length()), reason(e)),
          e);
    }
  }

  /** Copies H2's file into a zip for its owner only. */
  void copyH2(Path zip) {
    Path part = zip.resolveSibling(zip.getFileName() + ".part");
    try (Connection connection = DriverManager.getConnection(url, user, password);
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      backup.setString(1, part.toString());
      backup.execute();
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
      DurableFile.moveInto(zip, part);
    } catch (SQLException | IOException e) {
      DurableFile.remove(part);
      throw new StartupProblem(
          "The backup cannot be written to %s (%s).".formatted(zip, reason(e)), e);
    }
  }

  private void requireVersion(Connection connection) throws SQLException {
    if (connection.getMetaData().getDatabaseMajorVersion() < POSTGRESQL) {
      throw new StartupProblem(
          "The database %s is PostgreSQL %s; %d or newer is needed, the oldest that Patchbay is tested with."
              .formatted(
                  address(), connection.getMetaData().getDatabaseProductVersion(), POSTGRESQL));
    }
  }

  private void requireUnicode(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("show server_encoding")) {
      answer.next();
      if (!answer.getString(1).equals("UTF8")) {
        throw new StartupProblem(
            "The database %s is encoded in %s and could not keep every name; create one with encoding 'UTF8'."
                .formatted(address(), answer.getString(1)));
      }
    }
  }

  /** The URL without its options, which may hold a password. */
  private String address() {
    return url.replaceFirst("[?;].*", "");
  }

  private static String reason(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
