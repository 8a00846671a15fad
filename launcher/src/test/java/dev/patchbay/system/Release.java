package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The zip that is handed out, and what is in it once unpacked. */
final class Release {
  static final Path ZIP = Path.of(System.getProperty("release"));

  private final Path home;

  private Release(Path home) {
    this.home = home;
  }

  /** Unpacks the whole zip into a folder, with the rights that its files have in it. */
  static Release unpackedIn(Path folder) {
    return unpackedIn(folder, "/");
  }

  /** Unpacks one folder of the zip, for tests that need no server. */
  static Release partIn(Path folder, String part) {
    return unpackedIn(folder, "/" + name() + "/" + part);
  }

  private static Release unpackedIn(Path folder, String part) {
    try (FileSystem zip =
            FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true));
        Stream<Path> files = Files.walk(zip.getPath(part))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        unpack(file, folder.resolve(file.toString().substring(1)));
      }
      return new Release(folder.resolve(name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
    Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
  }

  private static String name() {
    return ZIP.getFileName().toString().replaceFirst("\\.zip$", "");
  }

  Path home() {
    return home;
  }

  String version() {
    return name().substring("patchbay-".length());
  }

  /** The unpacked files, as paths below the release. */
  List<String> files() {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
