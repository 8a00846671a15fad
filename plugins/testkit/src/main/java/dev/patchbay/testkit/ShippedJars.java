package dev.patchbay.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a plugin's folder in a distribution holds: its jar, and those that it needs at run time. The
 * build says by the system property {@code plugin.folder} where it lies.
 */
public final class ShippedJars {
  private ShippedJars() {}

  /**
   * Returns the file names, sorted.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static List<String> names() {
    try (var files = Files.list(Path.of(System.getProperty("plugin.folder", "target/plugin")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
