package dev.patchbay.host.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sources that a vector changes, changed; by their names below the host's root package. */
record Mutation(Map<String, String> sources) {

  /**
   * @param module the host's folder
   * @throws IllegalStateException if a change does not fit its source
   */
  static Mutation of(Vector vector, Path module) throws IOException {
    var sources = new LinkedHashMap<String, String>();
    for (Hunk hunk : vector.hunks()) {
      Path file = module.resolve("src/main/java/dev/patchbay/host").resolve(hunk.file());
      String before =
          sources.containsKey(hunk.file()) ? sources.get(hunk.file()) : Files.readString(file);
      sources.put(hunk.file(), hunk.applyTo(before));
    }
    return new Mutation(sources);
  }
}
