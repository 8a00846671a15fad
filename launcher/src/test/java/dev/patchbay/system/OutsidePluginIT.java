package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A third party with nothing but the release: its plugin is built against the repository folder,
 * and runs in the server from the unpacked zip.
 */
class OutsidePluginIT {
  @TempDir Path folder;

  @Test
  void should_show_up_and_sync_beside_a_jar_that_is_refused() throws IOException {
    Release release = Release.unpackedIn(folder.resolve("unpacked"));
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    Path jar = PluginProject.in(folder.resolve("project")).jar(release);
    Files.copy(jar, plugins.resolve("calendar-names.jar"));
    Files.writeString(plugins.resolve("broken.jar"), "this is no jar");

    try (PatchbayServer server = runFrom(release, plugins).start()) {
      JsonNode catalogue = server.admin().get("/plugins").json().path("items");
      assertThat(catalogue.findValuesAsText("id")).contains("google-calendar", "calendar-names");
      assertThat(stateOf("broken.jar", catalogue)).isEqualTo("REFUSED");

      registerIntegration(server);
      Crm crm = new Crm(server);
      String connection = crm.connect("calendar-names", "ada@sandbox.example");
      JsonNode run = crm.finishedRun(connection);

      assertThat(run.path("success").booleanValue()).as(run.toString()).isTrue();
      assertThat(
              crm.rest()
                  .get("/connections/" + connection + "/records/calendar-name")
                  .json()
                  .findValuesAsText("name"))
          .hasSize(3);
    }
  }

  /** The simulated Google knows one OAuth client; the plugin borrows it. */
  private static void registerIntegration(PatchbayServer server) {
    JsonNode google = server.admin().get("/integrations").json().at("/items/0");
    Answer registered =
        server
            .admin()
            .post(
                "/integrations",
                Map.of(
                    "plugin", "calendar-names",
                    "name", "Names",
                    "clientId", google.path("clientId").textValue(),
                    "clientSecret", "sandbox-client-secret"));
    assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
  }

  private static String stateOf(String location, JsonNode catalogue) {
    for (JsonNode plugin : catalogue) {
      if (plugin.path("location").asText().endsWith(location)) {
        return plugin.path("state").textValue();
      }
    }
    return "not listed";
  }

  private PatchbayServer runFrom(Release release, Path plugins) {
    PatchbayServer server = PatchbayServer.in(folder);
    return server
        .withEntry(
            server.data(),
            release.home().resolve("patchbay").toString(),
            "--data=" + server.data(),
            "--port=" + server.port(),
            "--plugins=" + plugins,
            "--sandbox")
        .withEnvironment("JAVA_HOME", System.getProperty("java.home"));
  }
}
