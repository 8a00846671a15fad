package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  @TempDir Path temp;

  @Test
  void should_be_enough_when_the_disk_has_what_is_needed() {
    assertThatCode(() -> FreeSpace.require(temp.resolve("a/b"), 1)).doesNotThrowAnyException();
  }

  @Test
  void should_name_the_disk_when_it_has_too_little() {
    assertThatThrownBy(() -> FreeSpace.require(temp.resolve("a/b"), Long.MAX_VALUE))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(temp.resolve("a/b").toString())
        .hasMessageContaining("MB left");
  }
}
