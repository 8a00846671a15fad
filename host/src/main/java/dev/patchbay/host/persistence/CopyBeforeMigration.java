package dev.patchbay.host.persistence;

import dev.patchbay.host.problem.RootCause;
import dev.patchbay.host.problem.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps H2's file as it was while the tables change. PostgreSQL rolls a change of tables back when
 * the server dies in the middle; H2 does not, and would be left between two versions. The launcher
 * finds the copy at the next start and puts it back.
 */
final class CopyBeforeMigration {
  private static final String NAME = "before-migration.zip";

  private final Optional<H2File> file;

  private CopyBeforeMigration(Optional<H2File> file) {
    this.file = file;
  }

  static CopyBeforeMigration of(DataSource database) {
    return new CopyBeforeMigration(H2File.of(database));
  }

  /** Makes the copy unless there is one: an older one is from before this change too. */
  void make() {
    file.filter(found -> !Files.exists(found.sibling(NAME))).ifPresent(CopyBeforeMigration::copy);
  }

  /** Forgets the copy: the tables have changed as a whole. */
  void drop() {
    file.map(found -> found.sibling(NAME)).ifPresent(CopyBeforeMigration::remove);
  }

  private static void copy(H2File file) {
    Path copy = file.sibling(NAME);
    try {
      file.copyTo(copy);
    } catch (SQLException | IOException e) {
      throw new StartupRefused(
          "The tables have to change, and the database cannot be copied to "
              + copy
              + " before: "
              + RootCause.line(e),
          e);
    }
  }

  private static void remove(Path copy) {
    try {
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new StartupRefused("The file " + copy + " cannot be removed: " + e, e);
    }
  }
}
