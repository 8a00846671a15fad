package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Puts a backup into a data folder that has no database. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup into a data folder that holds no database yet.",
      "The server then starts with the master key that the backup was made under.%n"
    })
final class RestoreCommand implements Runnable {
  @ParentCommand private Launcher launcher;

  @Parameters(paramLabel = "<file>", description = "The backup to read.")
  private Path file;

  @Override
  public void run() {
    DataFolder folder = DataFolder.open(launcher.data());
    try {
      requireEmpty(folder);
      new DatabaseCopy(file.toAbsolutePath().normalize()).putInto(folder.database());
      requireReadable(folder);
      folder.close();
    } catch (IOException e) {
      folder.abandon();
      throw new StartupProblem("Cannot restore %s (%s).".formatted(file, FileProblem.of(e)), e);
    } catch (StartupProblem problem) {
      folder.abandon();
      throw problem;
    }
    launcher.say(
        "The database is in %s again; start with the master key that belongs to it."
            .formatted(launcher.data()));
  }

  private static void requireEmpty(DataFolder folder) {
    if (folder.holdsDatabase()) {
      throw new StartupProblem(
          "The data folder %s holds a database; move it away first, or restore into another --data."
              .formatted(folder.path()));
    }
  }

  private void requireReadable(DataFolder folder) {
    try {
      Database.h2(folder.path()).requireReadable(folder);
    } catch (StartupProblem damaged) {
      DurableFile.remove(folder.database());
      throw damaged;
    }
  }
}
