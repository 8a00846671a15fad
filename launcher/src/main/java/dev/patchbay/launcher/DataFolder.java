package dev.patchbay.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The one folder that holds everything a server keeps, for its owner's eyes only and for one server
 * at a time. A folder with other people's files is refused rather than closed to them.
 */
final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private final Path path;
  private final boolean made;
  private final FolderLock lock;

  private DataFolder(Path path, boolean made, FolderLock lock) {
    this.path = path;
    this.made = made;
    this.lock = lock;
  }

  static DataFolder open(Path path) {
    boolean made = !Files.exists(path);
    try {
      Files.createDirectories(path);
      if (!made) {
        requireOwn(path);
      }
      Files.setPosixFilePermissions(path, OWNER_ONLY);
      return new DataFolder(path, made, FolderLock.take(path));
    } catch (IOException e) {
      if (made) {
        erase(path);
      }
      throw new StartupProblem(
          "Cannot use the data folder %s (%s); choose another with --data."
              .formatted(path, FileProblem.of(e)),
          e);
    }
  }

  private static void requireOwn(Path path) throws IOException {
    try (Stream<Path> content = Files.list(path)) {
      if (!isPatchbays(path) && content.anyMatch(DataFolder::isForeign)) {
        throw new StartupProblem(
            "--data %s holds files that are not Patchbay's; choose an empty or a new folder."
                .formatted(path));
      }
    }
  }

  private static boolean isPatchbays(Path path) {
    return Files.exists(FolderLock.in(path)) || Files.exists(path.resolve(Database.FILE));
  }

  private static boolean isForeign(Path file) {
    return !file.getFileName().toString().equals("lost+found");
  }

  Path path() {
    return path;
  }

  Path logs() {
    return sub("logs");
  }

  Path sandbox() {
    return sub("sandbox");
  }

  Path firstSignIn() {
    return path.resolve("first-sign-in.json");
  }

  Path database() {
    return path.resolve(Database.FILE);
  }

  boolean holdsDatabase() {
    return Files.exists(database());
  }

  /** A folder for what lives only as long as the server; what an earlier one left is removed. */
  Path freshWork() {
    erase(path.resolve("work"));
    return sub("work");
  }

  Path temporary() {
    return sub("work/tmp");
  }

  private Path sub(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new StartupProblem(
          "Cannot create %s in the data folder %s (%s).".formatted(name, path, FileProblem.of(e)),
          e);
    }
  }

  /** Gives the folder back; one that was made by a start that failed disappears again. */
  void abandon() {
    close();
    if (made) {
      erase(path);
    }
  }

  @Override
  public void close() {
    lock.close();
  }

  private static void erase(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path file : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder, e);
    }
  }
}
