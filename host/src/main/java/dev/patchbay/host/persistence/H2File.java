package dev.patchbay.host.persistence;

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

/** The file of an H2 database that is in service, and copies of it. */
public final class H2File {
  private final DataSource database;
  private final Path path;

  private H2File(DataSource database, Path path) {
    this.database = database;
    this.path = path;
  }

  /** Finds the file; nothing on PostgreSQL, or where H2 keeps everything in memory. */
  public static Optional<H2File> of(DataSource database) {
    return Dialect.of(database) == Dialect.H2
        ? path(database).map(path -> new H2File(database, path))
        : Optional.empty();
  }

  Path sibling(String name) {
    return path.resolveSibling(name);
  }

  /**
   * Copies the database as it is at one moment into a zip, which has its name only once it is
   * complete and on the disk. Writers wait meanwhile.
   */
  public void copyTo(Path zip) throws SQLException, IOException {
    Path part = zip.resolveSibling(zip.getFileName() + ".part");
    Files.deleteIfExists(part);
    try (Connection connection = database.getConnection();
        PreparedStatement backup = connection.prepareStatement("backup to ?")) {
      backup.setString(1, part.toString());
      backup.execute();
      force(part);
      Files.move(part, zip, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static Optional<Path> path(DataSource database) {
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
