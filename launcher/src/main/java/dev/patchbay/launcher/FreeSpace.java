package dev.patchbay.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks for room before anything is written: a disk that fills up during a start would stop it
 * anywhere. What a start unpacks needs most of it.
 */
final class FreeSpace {
  private static final long NEEDED = 192L << 20;

  private FreeSpace() {}

  static void require(Path folder) {
    require(folder, NEEDED);
  }

  static void require(Path folder, long needed) {
    long free = at(folder);
    if (free < needed) {
      throw new StartupProblem(
          "The disk of the data folder %s has %d MB left and a start needs %d MB; make room or choose another --data."
              .formatted(folder, free >> 20, needed >> 20));
    }
  }

  private static long at(Path folder) {
    try {
      return Files.getFileStore(standing(folder)).getUsableSpace();
    } catch (IOException e) {
      throw new StartupProblem(
          "Cannot look at the disk of the data folder %s (%s)."
              .formatted(folder, FileProblem.of(e)),
          e);
    }
  }

  private static Path standing(Path folder) {
    Path place = folder;
    while (!Files.exists(place)) {
      place = place.getParent();
    }
    return place;
  }
}
