package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A third party's plugin: compiled against the API's jar alone, dropped into a folder. */
class OutsidePluginIT {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path SOURCES = ROOT.resolve("launcher/src/test/outside-plugin");

  @TempDir Path folder;

  @Test
  void should_show_up_and_sync_beside_a_jar_that_is_refused() throws IOException {
    Path plugins = Files.createDirectories(folder.resolve("plugins"));
    pack(compile(), plugins.resolve("calendar-names.jar"));
    Files.writeString(plugins.resolve("broken.jar"), "this is no jar");

    try (PatchbayServer server =
        PatchbayServer.in(folder).withSandbox().with("--plugins=" + plugins).start()) {
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

  private Path compile() throws IOException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-proc:none",
                "-classpath",
                pluginApi().toString(),
                "-d",
                classes.toString(),
                SOURCES.resolve("com/example/names/CalendarNamesPlugin.java").toString());
    assertThat(result).isZero();
    return classes;
  }

  private static Path pluginApi() throws IOException {
    try (Stream<Path> jars = Files.list(ROOT.resolve("plugin-api/target"))) {
      return jars.filter(jar -> jar.toString().endsWith(".jar")).findFirst().orElseThrow();
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Path root : List.of(classes, SOURCES.resolve("resources"))) {
        addTo(out, root);
      }
    }
  }

  private static void addTo(JarOutputStream jar, Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new JarEntry(root.relativize(file).toString()));
        Files.copy(file, jar);
      }
    }
  }
}
