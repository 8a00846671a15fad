package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxServerTest {
  @TempDir Path temp;

  @Test
  void should_be_refused_when_the_installation_has_none() {
    List<Path> jars = new Distribution(temp).sandboxJars();

    assertThatThrownBy(() -> SandboxServer.start(jars, temp, 9001))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("no sandbox");
  }

  @Test
  void should_be_refused_when_the_jar_is_another() throws IOException {
    Path jar = Files.createDirectory(temp.resolve("sandbox")).resolve("other.jar");
    new JarOutputStream(Files.newOutputStream(jar)).close();
    List<Path> jars = new Distribution(temp).sandboxJars();

    assertThatThrownBy(() -> SandboxServer.start(jars, temp, 9001))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining("dev.patchbay.sandbox.Sandbox");
  }
}
