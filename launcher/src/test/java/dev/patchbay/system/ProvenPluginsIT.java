package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation says of a plugin is what the plugin's own tests found, word by word. */
class ProvenPluginsIT {
  private static final Path PLUGINS = Path.of(System.getProperty("distribution"), "plugins");
  private static final Path PAGE =
      Path.of(System.getProperty("repository.root"), "docs", "plugins.md");

  static List<String> described() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("described")
  void should_say_of_a_plugin_what_its_tests_found(String plugin) throws IOException {
    assertThat(found(plugin)).containsAll(said(plugin));
  }

  private static List<String> said(String plugin) throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.equals("## " + plugin))
            .skip(1)
            .takeWhile(line -> !line.startsWith("## "))
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();
    assertThat(rows).as(plugin).isNotEmpty();
    return rows;
  }

  private static List<String> found(String plugin) throws IOException {
    JsonNode found = RestClient.parse(contract(plugin));
    assertThat(found.path("plugin").textValue()).isEqualTo(plugin);
    List<String> rows = new ArrayList<>();
    for (JsonNode point : found.path("points")) {
      rows.add("| %s | %s |".formatted(point.path("sentence").textValue(), words(point)));
    }
    return rows;
  }

  private static String words(JsonNode point) {
    String outcome = point.path("outcome").textValue();
    return switch (outcome) {
      case "PROVEN" -> "proven";
      case "EXEMPT" -> "not possible there: " + point.path("reason").textValue();
      default -> outcome;
    };
  }

  private static String contract(String plugin) throws IOException {
    try (Stream<Path> jars = Files.list(PLUGINS.resolve(plugin))) {
      for (Path file : jars.filter(each -> each.toString().endsWith(".jar")).toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          var entry = jar.getEntry("META-INF/patchbay/contract.json");
          if (entry != null) {
            return new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
          }
        }
      }
    }
    throw new AssertionError("The plugin " + plugin + " was built without its tests");
  }
}
