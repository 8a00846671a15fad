package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartOnlyCodeTest {
  private static final Path PACKED = Path.of("src/main/distribution/compiler.directives");

  @TempDir Path folder;

  @Test
  void should_tell_the_compiler_when_the_directives_are_those_of_the_distribution() {
    assertThat(StartOnlyCode.spare(PACKED)).isEqualTo("1 compiler directives added");
  }

  @Test
  void should_go_on_when_the_directives_are_missing() {
    Path missing = folder.resolve("compiler.directives");

    assertThat(Files.exists(missing)).isFalse();
    assertThat(StartOnlyCode.spare(missing)).contains("Could not load file");
  }
}
