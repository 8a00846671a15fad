package dev.patchbay.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The host and this WAR share no classes, so that the scopes of keys stand in both; the host's list
 * of calls tells which there are.
 */
class KeyScopeTest {
  private static final Path CALLS = Path.of("..", "host", "access.txt");

  @Test
  void should_offer_every_scope_that_a_call_of_the_host_needs_and_no_other() throws IOException {
    assertThat(KeyScope.ids(EnumSet.allOf(KeyScope.class)))
        .containsExactlyInAnyOrderElementsOf(needed());
  }

  private static Set<String> needed() throws IOException {
    try (var lines = Files.lines(CALLS)) {
      return lines
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.trim().split("\\s+")[3])
          .filter(scope -> !scope.equals("-"))
          .collect(Collectors.toSet());
    }
  }
}
