package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ShippedJars;
import org.junit.jupiter.api.Test;

/**
 * What is shipped: the plugin's jar with what it needs at run time, and nothing that the host has.
 */
class PackagingIT {

  @Test
  void should_ship_its_jar_its_json_library_and_nothing_else() {
    assertThat(ShippedJars.names())
        .anyMatch(name -> name.startsWith("slack-"))
        .anyMatch(name -> name.startsWith("jackson-jr-objects-"))
        .anyMatch(name -> name.startsWith("jackson-core-"))
        .hasSize(3);
  }
}
