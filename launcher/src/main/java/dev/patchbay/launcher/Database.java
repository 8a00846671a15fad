package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the host keeps its data: H2 in the data folder, or the PostgreSQL that {@code
 * PATCHBAY_DB_URL} names. Only these two, so that no URL can switch on H2's server mode, scripts or
 * lazy writing.
 */
final class Database {
  /** H2's file in the data folder. */
  static final String FILE = "patchbay.mv.db";

  private static final String H2_URL = "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  private static final String POSTGRESQL = "jdbc:postgresql:";

  private final String dataSource;
  private final String url;
  private final String user;
  private final String password;

  private Database(String dataSource, String url, String user, String password) {
    this.dataSource = dataSource;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  static Database of(Map<String, String> environment, Path data) {
    String url = environment.getOrDefault("PATCHBAY_DB_URL", "");
    return url.isBlank() ? h2(data) : postgresql(url, environment);
  }

  static Database h2(Path data) {
    if (data.toString().contains(";")) {
      throw new StartupProblem(
          "--data %s holds a semicolon, which H2 cannot have in a file name.".formatted(data));
    }
    // The folder's mode guards the file; a blank password would count as none given.
    return new Database(
        "dev.patchbay.host.persistence.h2.H2DataSource",
        H2_URL.formatted(data.resolve("patchbay")),
        "patchbay",
        "patchbay");
  }

  private static Database postgresql(String url, Map<String, String> environment) {
    if (!url.startsWith(POSTGRESQL)) {
      throw new StartupProblem(
          "PATCHBAY_DB_URL must start with %s//; leave it out to use the data folder."
              .formatted(POSTGRESQL));
    }
    return new Database(
        "org.postgresql.xa.PGXADataSource",
        url,
        environment.getOrDefault("PATCHBAY_DB_USER", ""),
        password(environment));
  }

  /** As text, or as the file that container engines make of a secret. */
  private static String password(Map<String, String> environment) {
    String file = environment.getOrDefault("PATCHBAY_DB_PASSWORD_FILE", "");
    if (file.isBlank()) {
      return environment.getOrDefault("PATCHBAY_DB_PASSWORD", "");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new StartupProblem(
          "PATCHBAY_DB_PASSWORD_FILE %s cannot be read (%s).".formatted(file, FileProblem.of(e)),
          e);
    }
  }

  boolean isInDataFolder() {
    return !url.startsWith(POSTGRESQL);
  }

  /** Looks at PostgreSQL, so that a wrong address or password is told before anything is made. */
  void requireReachable() {
    if (!isInDataFolder()) {
      new DatabaseAccess(url, user, password).requirePostgres();
    }
  }

  /** Looks at H2's file, if there is one already. */
  void requireReadable(DataFolder folder) {
    if (isInDataFolder() && folder.holdsDatabase()) {
      new DatabaseAccess(url, user, password).requireH2();
    }
  }

  /** Copies an H2 database that nobody else has open into a zip. */
  void copyTo(Path zip) {
    new DatabaseAccess(url, user, password).copyH2(zip);
  }

  Map<String, String> properties() {
    return Map.of(
        "patchbay.db.class", dataSource,
        "patchbay.db.url", url,
        "patchbay.db.user", user,
        "patchbay.db.password", password);
  }
}
