package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A third party's Maven project, built as they would: with the release's repository folder and
 * Maven Central alone.
 */
final class PluginProject {
  private static final Path SOURCE =
      Path.of(System.getProperty("repository.root"), "launcher/src/test/outside-plugin");

  private final Path folder;

  private PluginProject(Path folder) {
    this.folder = folder;
  }

  static PluginProject in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(SOURCE.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    OutsideMaven.settings(folder);
    return new PluginProject(folder);
  }

  /** Builds, runs the project's own tests, and gives the jar. */
  Path jar(Release release) {
    Path output = folder.resolve("maven.txt");
    ProcessBuilder maven =
        new ProcessBuilder(
            Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
            "-B",
            "--settings=" + folder.resolve("settings.xml"),
            "-Dpatchbay.release=" + release.home(),
            "-Dpatchbay.version=" + release.version(),
            "package");
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().remove("MAVEN_OPTS");
    maven.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    try {
      int exit = maven.start().waitFor();
      assertThat(Files.readString(output)).contains("Tests run: 1").doesNotContain("ERROR");
      assertThat(exit).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return folder.resolve("target/calendar-names-1.0.0.jar");
  }
}
