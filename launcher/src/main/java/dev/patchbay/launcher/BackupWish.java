package dev.patchbay.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Asks the running server for a copy of the database that only it can read. */
final class BackupWish {
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Path data;
  private final Path desk;
  private final String name = UUID.randomUUID().toString();

  BackupWish(Path data) {
    this.data = data;
    this.desk = data.resolve("work/backup");
  }

  /** Waits as long as the server lives: a large database takes its time. */
  void fulfilledAs(Path target) {
    try {
      Files.createFile(place("wish"));
      while (!Files.exists(place("zip"))) {
        requireHope();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
      take(target);
    } catch (IOException e) {
      throw new StartupProblem(
          "The backup cannot be written to %s (%s); a server that is still starting makes none yet."
              .formatted(target, FileProblem.of(e)),
          e);
    }
  }

  private void requireHope() throws IOException {
    if (Files.exists(place("problem"))) {
      throw new StartupProblem(
          "The server could not make the backup: " + Files.readString(place("problem")));
    }
    if (FolderLock.ifFree(data).map(BackupWish::letGo).isPresent()) {
      throw new StartupProblem("The server ended before the backup was made; try again.");
    }
  }

  private static FolderLock letGo(FolderLock lock) {
    lock.close();
    return lock;
  }

  private void take(Path target) throws IOException {
    try (InputStream made = Files.newInputStream(place("zip"))) {
      DurableFile.write(target, made, PosixFilePermissions.fromString("rw-------"));
    } finally {
      Files.delete(place("zip"));
    }
  }

  private Path place(String kind) {
    return desk.resolve(name + "." + kind);
  }
}
