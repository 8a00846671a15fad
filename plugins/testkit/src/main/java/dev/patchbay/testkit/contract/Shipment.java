package dev.patchbay.testkit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * What a plugin's jar is made of and what is shipped beside it.
 *
 * @param classes the folder that becomes the plugin's jar
 * @param libraries the jars that it needs at run time
 */
public record Shipment(Path classes, List<Path> libraries) {

  /** Names the folder with the libraries. */
  private static final String FOLDER = "plugin.folder";

  public Shipment {
    libraries = List.copyOf(libraries);
  }

  static Shipment of(Class<?> plugin) {
    var classes =
        Optional.ofNullable(plugin.getProtectionDomain().getCodeSource())
            .map(CodeSource::getLocation)
            .orElseThrow(() -> new IllegalStateException("Nobody knows where " + plugin + " is"));
    try {
      return new Shipment(
          Path.of(classes.toURI()),
          libraries(Path.of(System.getProperty(FOLDER, "target/plugin"))));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The classes first, then the libraries. */
  Stream<Path> all() {
    return Stream.concat(Stream.of(classes), libraries.stream());
  }

  /** What is shipped and must be the host's; empty if all is well. */
  List<String> bundled() {
    return libraries.stream().flatMap(jar -> names(jar).filter(Quarantine::isShared)).toList();
  }

  private static Stream<String> names(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName().replace('/', '.'))
          .filter(name -> name.endsWith(".class"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  private static List<Path> libraries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .filter(file -> !isPlugin(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** The plugin's own jar of the build before. */
  private static boolean isPlugin(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      return file.getEntry(Manifest.FILE) != null;
    } catch (IOException e) {
      throw unreadable(jar, e);
    }
  }

  private static UncheckedIOException unreadable(Path path, IOException cause) {
    return new UncheckedIOException(path + " cannot be read: " + cause.getMessage(), cause);
  }
}
