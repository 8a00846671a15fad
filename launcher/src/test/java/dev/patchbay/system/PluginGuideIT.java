package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third party follows the guide, command by command, in an empty folder and with nothing but the
 * release: what they get is a plugin in the catalogue whose behaviour is proven.
 */
class PluginGuideIT {
  @TempDir Path folder;

  @Test
  void should_have_a_proven_plugin_in_the_catalogue_when_the_guide_is_followed() throws Exception {
    Release release = Release.unpackedIn(folder.resolve("unpacked"));
    Guide guide = Guide.of(release, "plugin-guide.md");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path maven = OutsideMaven.in(folder.resolve("maven"));

    String said = run(guide.untilTheServer(), empty, release, maven);

    assertThat(said).contains("Tests run:").doesNotContain("FAILURE");
    assertThat(jars(empty.resolve("plugins/acme-notes")))
        .anyMatch(jar -> jar.startsWith("acme-notes-1.0.0"))
        .anyMatch(jar -> jar.startsWith("jackson-core-2.13."));
    try (PatchbayServer server = started(guide, empty, release)) {
      JsonNode plugin = server.admin().get("/plugins/acme-notes").json();
      assertThat(plugin.path("state").textValue()).as(plugin.toString()).isEqualTo("READY");
      assertThat(plugin.at("/contract/verdict").textValue())
          .as(plugin.toString())
          .isEqualTo("PROVEN");
      for (String bundled : new String[] {"google-calendar", "smtp"}) {
        JsonNode contract = server.admin().get("/plugins/" + bundled).json().path("contract");
        assertThat(contract.path("verdict").textValue())
            .as(bundled + " " + contract)
            .isNotEqualTo("INCOMPLETE");
      }
    }
  }

  private PatchbayServer started(Guide guide, Path empty, Release release) throws IOException {
    PatchbayServer server = PatchbayServer.in(folder);
    Path script =
        Guide.script(
            folder.resolve("server.sh"),
            "cd " + empty.resolve("acme-notes") + "\nexec " + guide.server());
    return server
        .withEntry(server.data(), "bash", script.toString())
        .withEnvironment("PATCHBAY", release.home().toString())
        .withEnvironment("PATCHBAY_DATA", server.data().toString())
        .withEnvironment("PATCHBAY_PORT", String.valueOf(server.port()))
        .withEnvironment("JAVA_HOME", System.getProperty("java.home"))
        .start();
  }

  private String run(String commands, Path empty, Release release, Path maven) throws Exception {
    Path output = folder.resolve("guide.txt");
    ProcessBuilder shell =
        new ProcessBuilder("bash", Guide.script(folder.resolve("guide.sh"), commands).toString());
    shell.environment().put("PATCHBAY", release.home().toString());
    shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
    shell.environment().put("PATH", maven + ":" + System.getenv("PATH"));
    shell.environment().remove("MAVEN_OPTS");
    shell.directory(empty.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    int exit = shell.start().waitFor();
    String said = Files.readString(output);
    assertThat(exit).as(said).isZero();
    return said;
  }

  private static List<String> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
