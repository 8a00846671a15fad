package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the server in the zip that is handed out. */
class ReleaseIT {
  @TempDir Path folder;

  @Test
  void should_have_the_checksum_that_stands_beside_it() throws Exception {
    String line = Files.readString(Path.of(Release.ZIP + ".sha256"));

    assertThat(line)
        .isEqualToIgnoringNewLines(digest(Release.ZIP) + " *" + Release.ZIP.getFileName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plugin-api", "testkit"})
  void should_give_plugin_authors_a_maven_repository(String artifact) throws Exception {
    Release release = Release.partIn(folder, "repository");
    String stem =
        "repository/dev/patchbay/%1$s/%2$s/%1$s-%2$s".formatted(artifact, release.version());

    assertThat(List.of("", "-sources", "-javadoc"))
        .allSatisfy(kind -> assertThat(release.files()).contains(stem + kind + ".jar"));
    assertThat(Files.readString(release.home().resolve(stem + ".pom")))
        .contains("<artifactId>" + artifact + "</artifactId>", "Apache-2.0")
        .doesNotContain("<parent>", "<dependencyManagement>", "<build>");
    assertThat(Files.readString(release.home().resolve(stem + ".jar.sha256")).strip())
        .isEqualTo(digest(release.home().resolve(stem + ".jar")));
    assertThat(release.files()).contains(stem + ".jar.sha1", stem + ".pom.sha1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "admin-console",
        "launcher",
        "google-calendar",
        "slack",
        "smtp",
        "sandbox"
      })
  void should_list_the_parts_of_everything_that_runs(String part) throws IOException {
    Release release = Release.partIn(folder, "sbom");
    Path list = release.home().resolve("sbom/" + part + "/sbom.json");

    assertThat(RestClient.parse(Files.readString(list)).path("bomFormat").textValue())
        .isEqualTo("CycloneDX");
    assertThat(RestClient.parse(Files.readString(list)).path("components")).isNotEmpty();
  }

  private static String digest(Path file) throws IOException, GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
