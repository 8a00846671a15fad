package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said of the container files where there is no engine. */
class DockerFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("repository.root"));
  private static final Path FOLDER = ROOT.resolve("docker");

  private final Dockerfile image = Dockerfile.read(FOLDER.resolve("Dockerfile"));
  private final Compose compose = Compose.read(FOLDER.resolve("compose.yml"));

  @Test
  void should_run_without_rights_and_tell_its_health() {
    assertThat(image.user()).isGreaterThan(999);
    assertThat(image.healthCheck()).isEqualTo("/opt/patchbay/health");
    assertThat(image.command("ENTRYPOINT")).isEqualTo("/opt/patchbay/patchbay");
    assertThat(image.volume()).isEqualTo(image.environment().get("PATCHBAY_DATA"));
  }

  @Test
  void should_build_from_named_versions_and_local_files() {
    assertThat(image.all("FROM"))
        .allSatisfy(base -> assertThat(base).matches("[\\w./-]+:\\d[\\w.-]*( AS \\w+)?"));
    assertThat(image.all("ADD")).isEmpty();
    assertThat(image.copies())
        .filteredOn(copy -> !copy.fromStage())
        .flatExtracting(Dockerfile.Copy::sources)
        .allSatisfy(file -> assertThat(ROOT.resolve(file)).isRegularFile());
  }

  @Test
  void should_hold_no_secret() throws IOException {
    assertThat(image.environment())
        .doesNotContainKeys("PATCHBAY_KEY", "PATCHBAY_DB_PASSWORD")
        .containsEntry("PATCHBAY_KEY_FILE", "/run/secrets/patchbay-key");
    assertThat(Files.readString(ROOT.resolve(".dockerignore"))).contains("docker/secrets", ".git");
    assertThat(Files.readString(ROOT.resolve(".gitignore"))).contains("/docker/secrets/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"node-1", "node-2"})
  void should_give_each_node_the_same_key_and_no_right_more_than_needed(String node) {
    Map<String, Object> service = compose.service(node);

    assertThat(Compose.list(service.get("secrets"))).contains("patchbay-key", "database-password");
    assertThat(compose.environment(node))
        .containsEntry("PATCHBAY_NODE", node)
        .containsEntry("PATCHBAY_DB_PASSWORD_FILE", "/run/secrets/database-password")
        .doesNotContainKeys("PATCHBAY_KEY", "PATCHBAY_DB_PASSWORD");
    assertThat(service)
        .containsEntry("image", "patchbay")
        .containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .containsEntry("security_opt", List.of("no-new-privileges:true"))
        .containsEntry("volumes", List.of(node + ":/var/lib/patchbay"))
        .doesNotContainKeys("ports", "privileged", "user");
    assertThat(Compose.map(service.get("depends_on"))).containsOnlyKeys("database");
  }

  @Test
  void should_declare_everything_that_it_uses() {
    Set<String> services = compose.top("services").keySet();

    assertThat(services).containsExactlyInAnyOrder("node-1", "node-2", "proxy", "database");
    assertThat(compose.top("volumes")).containsOnlyKeys("node-1", "node-2", "database");
    assertThat(compose.top("secrets")).containsOnlyKeys("patchbay-key", "database-password");
    assertThat(compose.top("secrets").values())
        .extracting(secret -> Compose.map(secret).get("file").toString())
        .allSatisfy(file -> assertThat(file).startsWith("./secrets/"));
    assertThat(Compose.map(compose.service("node-1").get("build")))
        .containsEntry("context", "..")
        .containsEntry("dockerfile", "docker/Dockerfile");
  }

  @Test
  void should_believe_the_proxy_about_its_clients() {
    String network = compose.top("networks").toString();

    assertThat(compose.environment("node-1").get("PATCHBAY_TRUSTED_PROXIES"))
        .isEqualTo(compose.environment("node-2").get("PATCHBAY_TRUSTED_PROXIES"))
        .satisfies(range -> assertThat(network).contains("subnet=" + range));
  }

  @Test
  void should_be_reached_through_the_proxy_alone_and_from_this_machine_by_default()
      throws IOException {
    assertThat(compose.top("services").keySet())
        .filteredOn(name -> compose.service(name).containsKey("ports"))
        .containsExactly("proxy");
    assertThat(Compose.list(compose.service("proxy").get("ports")))
        .containsExactly("127.0.0.1:8080:8080");
    assertThat(Files.readString(FOLDER.resolve("Caddyfile")))
        .contains("reverse_proxy node-1:8080 node-2:8080", "health_uri /health/ready");
  }
}
