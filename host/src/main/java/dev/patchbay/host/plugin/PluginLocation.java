package dev.patchbay.host.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a plugin lies: a jar, or a folder of jars.
 *
 * @param path the jar or folder
 * @param bundled whether it came with the server
 */
public record PluginLocation(Path path, boolean bundled) {

  private static final String JAR = ".jar";

  /**
   * The plugins of a folder: each jar and each folder of jars in it, in the order of their names. A
   * folder that is not there is a location too, and is refused like a plugin when it is read.
   */
  static List<PluginLocation> in(Path folder, boolean bundled) {
    if (!Files.isDirectory(folder)) {
      return List.of(new PluginLocation(folder, bundled));
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> isJar(entry) || isVisibleFolder(entry))
          .sorted()
          .map(entry -> new PluginLocation(entry, bundled))
          .toList();
    } catch (IOException e) {
      return List.of(new PluginLocation(folder, bundled));
    }
  }

  List<Path> jars() {
    if (isJar(path) && Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new PluginRefused("There is no such jar or folder: " + path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      List<Path> jars = entries.filter(PluginLocation::isJar).sorted().toList();
      if (jars.isEmpty()) {
        throw new PluginRefused("The folder holds no jar");
      }
      return jars;
    } catch (IOException e) {
      throw new PluginRefused("The folder cannot be read: " + e, e);
    }
  }

  /** The last two names of the path: enough to find it, without showing the server's folders. */
  @Override
  public String toString() {
    int names = path.getNameCount();
    return path.subpath(Math.max(0, names - 2), names).toString();
  }

  private static boolean isJar(Path entry) {
    return entry.getFileName().toString().endsWith(JAR);
  }

  private static boolean isVisibleFolder(Path entry) {
    return Files.isDirectory(entry) && !entry.getFileName().toString().startsWith(".");
  }
}
