package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The copy of H2's file that the host keeps while it changes the tables. H2 cannot roll such a
 * change back, so a start that finds the copy puts it in place of a file that is half one version
 * and half the next.
 */
final class UnfinishedMigration {
  private static final String COPY = "before-migration.zip";

  private UnfinishedMigration() {}

  static void undo(DataFolder folder) {
    Path copy = folder.path().resolve(COPY);
    if (!Files.exists(copy)) {
      return;
    }
    try {
      new DatabaseCopy(copy).putInto(folder.database());
      Files.delete(copy);
    } catch (IOException e) {
      throw new StartupProblem(
          "The last server ended while it changed the tables, and %s cannot be put back (%s)."
              .formatted(copy, FileProblem.of(e)),
          e);
    }
  }
}
