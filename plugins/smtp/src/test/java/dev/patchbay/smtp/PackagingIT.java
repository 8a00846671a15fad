package dev.patchbay.smtp;

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
  void should_ship_its_jar_and_the_mail_library() throws IOException {
    assertThat(names())
        .extracting(name -> name.replaceAll("-[0-9].*", ""))
        .containsExactlyInAnyOrder(
            "smtp",
            "smtp",
            "angus-core",
            "angus-activation",
            "jakarta.mail-api",
            "jakarta.activation-api");
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
