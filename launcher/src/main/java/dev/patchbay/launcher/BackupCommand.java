package dev.patchbay.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Copies H2's database into one file, beside a running server or without one. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the database of the data folder into one file, while the server runs or not.",
      "The master key is not in it: keep a copy of that elsewhere.",
      "With PostgreSQL use pg_dump.%n"
    })
final class BackupCommand implements Runnable {
  @ParentCommand private Launcher launcher;

  @Parameters(paramLabel = "<file>", description = "The backup to write; must not exist yet.")
  private Path file;

  @Override
  public void run() {
    Path target = file.toAbsolutePath().normalize();
    requireNew(target);
    Database database = launcher.database();
    if (!database.isInDataFolder()) {
      throw new StartupProblem(
          "The data is in PostgreSQL; make its backup with pg_dump (docs/running.md tells how).");
    }
    copy(database, target);
    launcher.say("The backup is in " + target + "; the master key is not.");
  }

  private void copy(Database database, Path target) {
    if (!Files.exists(launcher.data().resolve(Database.FILE))) {
      throw new StartupProblem(
          "There is no database in the data folder %s; give its place with --data."
              .formatted(launcher.data()));
    }
    Optional<FolderLock> unused = FolderLock.ifFree(launcher.data());
    if (unused.isPresent()) {
      try (FolderLock held = unused.get()) {
        database.copyTo(target);
      }
    } else {
      new BackupWish(launcher.data()).fulfilledAs(target);
    }
  }

  private static void requireNew(Path target) {
    if (Files.exists(target)) {
      throw new StartupProblem(
          "%s exists already; choose another name for the backup.".formatted(target));
    }
  }
}
