package dev.patchbay.host.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the catalogues {@code mutations/*.txt}: a block per vector, {@code name: value} lines, then
 * hunks of {@code -} lines (the text to find) and {@code +} lines (what stands there instead), each
 * after an {@code in:} line unless it is in the same file as the one before.
 */
final class Vectors {

  private final List<Vector> vectors = new ArrayList<>();
  private final Map<String, String> words = new LinkedHashMap<>();
  private final List<Hunk> hunks = new ArrayList<>();
  private final List<String> search = new ArrayList<>();
  private final List<String> replacement = new ArrayList<>();

  private Vectors() {}

  /** The vectors of every catalogue, in the order of the catalogues' names. */
  static List<Vector> all(Path module) throws IOException {
    var all = new ArrayList<Vector>();
    try (Stream<Path> files = Files.list(module.resolve("mutations"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".txt")).sorted().toList()) {
        all.addAll(read(file));
      }
    }
    return List.copyOf(all);
  }

  private static List<Vector> read(Path file) throws IOException {
    var reading = new Vectors();
    Files.readAllLines(file).forEach(reading::line);
    reading.endVector();
    return List.copyOf(reading.vectors);
  }

  private void line(String line) {
    if (line.startsWith("== ")) {
      endVector();
      words.put("name", line.substring(3));
    } else if (line.startsWith("- ")) {
      if (!replacement.isEmpty()) {
        endHunk();
      }
      search.add(line.substring(2));
    } else if (line.equals("+") || line.startsWith("+ ")) {
      replacement.add(line.substring(Math.min(2, line.length())));
    } else if (line.contains(": ") && !line.startsWith("#")) {
      endHunk();
      words.put(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(':') + 2));
    }
  }

  private void endHunk() {
    if (!search.isEmpty()) {
      hunks.add(
          new Hunk(words.get("in"), String.join("\n", search), String.join("\n", replacement)));
    }
    search.clear();
    replacement.clear();
  }

  private void endVector() {
    endHunk();
    if (!words.isEmpty()) {
      vectors.add(
          new Vector(
              words.get("name"),
              words.get("attack"),
              words.get("defence"),
              words.get("weakened"),
              words.get("test"),
              hunks));
    }
    words.clear();
    hunks.clear();
  }
}
