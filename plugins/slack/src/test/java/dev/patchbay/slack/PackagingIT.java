package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What is shipped: the plugin's jar with what it needs at run time, and nothing that the host has.
 */
class PackagingIT {

  private static final Path FOLDER = Path.of(System.getProperty("plugin.folder"));

  @Test
  void should_ship_its_jar_and_its_json_library() throws IOException {
    assertThat(names())
        .anyMatch(name -> name.startsWith("slack-"))
        .anyMatch(name -> name.startsWith("jackson-jr-objects-"))
        .anyMatch(name -> name.startsWith("jackson-core-"))
        .hasSize(3);
  }

  @Test
  void should_ship_nothing_that_the_host_has_or_that_only_tests_need() throws IOException {
    assertThat(names())
        .noneMatch(name -> name.startsWith("plugin-api"))
        .noneMatch(name -> name.startsWith("jakarta."))
        .noneMatch(name -> name.startsWith("testkit"))
        .noneMatch(name -> name.startsWith("sandbox"))
        .noneMatch(name -> name.contains("junit") || name.contains("jqwik"))
        .noneMatch(name -> name.contains("assertj") || name.contains("undertow"));
  }

  private static List<String> names() throws IOException {
    return jars().stream().map(jar -> jar.getFileName().toString()).toList();
  }

  private static List<Path> jars() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
