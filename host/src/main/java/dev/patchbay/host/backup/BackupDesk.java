package dev.patchbay.host.backup;

import dev.patchbay.host.persistence.H2File;
import dev.patchbay.host.problem.RootCause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Answers the {@code patchbay backup} command beside the running server, which alone may open H2's
 * file. The command asks by a file in the data folder: whoever can write there owns the server.
 */
final class BackupDesk {
  private static final System.Logger LOG = System.getLogger(BackupDesk.class.getName());
  private static final String WISH = ".wish";

  private final H2File database;
  private final Path folder;

  BackupDesk(H2File database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /** Tells the command that somebody is here. */
  void open() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void serve() {
    try {
      wishes().forEach(this::fulfil);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The folder for backups cannot be used: " + folder, e);
    }
  }

  private List<Path> wishes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(WISH)).toList();
    }
  }

  private void fulfil(Path wish) {
    String name = wish.getFileName().toString().replace(WISH, "");
    try {
      Files.delete(wish);
      database.copyTo(folder.resolve(name + ".zip"));
      LOG.log(Level.INFO, "A backup was made");
    } catch (SQLException | IOException e) {
      LOG.log(Level.WARNING, "A backup failed", e);
      explain(folder.resolve(name + ".problem"), RootCause.line(e));
    }
  }

  private static void explain(Path problem, String reason) {
    try {
      Files.writeString(problem, reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
