package dev.patchbay.host.persistence;

import dev.patchbay.host.problem.RootCause;
import dev.patchbay.host.problem.StartupRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps H2's file as it was while the tables change. PostgreSQL rolls a change of tables back when
 * the server dies in the middle; H2 does not, and would be left between two versions. The launcher
 * finds the copy at the next start and puts it back.
 */
final class CopyBeforeMigration {
  private static final String NAME = "before-migration.zip";

  private final DataSource database;
  private final Optional<Path> place;

  private CopyBeforeMigration(DataSource database, Optional<Path> place) {
    this.database = database;
    this.place = place;
  }

  /** Finds out what there is to copy: nothing unless H2 keeps the database in a file. */
  static CopyBeforeMigration of(DataSource database) {
    return new CopyBeforeMigration(
        database,
        Dialect.of(database) == Dialect.H2
            ? file(database).map(file -> file.resolveSibling(NAME))
            : Optional.empty());
  }

  /** Makes the copy unless there is one: an older one is from before this change too. */
  void make() {
    place.filter(copy -> !Files.exists(copy)).ifPresent(this::copyTo);
  }

  /** Forgets the copy: the tables have changed as a whole. */
  void drop() {
    try {
      if (place.isPresent()) {
        Files.deleteIfExists(place.get());
      }
    } catch (IOException e) {
      throw new StartupRefused("The file " + place.get() + " cannot be removed: " + e, e);
    }
  }

  private void copyTo(Path copy) {
    Path part = copy.resolveSibling(NAME + ".part");
    try (Connection connection = database.getConnection();
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      Files.deleteIfExists(part);
      backup.setString(1, part.toString());
      backup.execute();
      force(part);
      Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException | IOException e) {
      throw new StartupRefused(
          "The tables have to change, and the database cannot be copied to "
              + copy
              + " before: "
              + RootCause.line(e),
          e);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static Optional<Path> file(DataSource database) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select database_path()")) {
      answer.next();
      return Optional.ofNullable(answer.getString(1)).map(Path::of);
    } catch (SQLException e) {
      throw new IllegalStateException("H2 does not tell where its file is", e);
    }
  }
}
