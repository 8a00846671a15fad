package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ShippedJars;
import org.junit.jupiter.api.Test;

/**
 * What is shipped: the plugin's jar with what it needs at run time, and nothing that the host has.
 */
class PackagingIT {

  @Test
  void should_ship_its_jar_and_its_json_library() {
    assertThat(ShippedJars.names())
        .anyMatch(name -> name.startsWith("slack-"))
        .anyMatch(name -> name.startsWith("jackson-jr-objects-"))
        .anyMatch(name -> name.startsWith("jackson-core-"))
        .hasSize(3);
  }

  @Test
  void should_ship_nothing_that_the_host_has_or_that_only_tests_need() {
    assertThat(ShippedJars.names())
        .noneMatch(name -> name.startsWith("plugin-api"))
        .noneMatch(name -> name.startsWith("jakarta."))
        .noneMatch(name -> name.startsWith("testkit"))
        .noneMatch(name -> name.startsWith("sandbox"))
        .noneMatch(name -> name.contains("junit") || name.contains("jqwik"))
        .noneMatch(name -> name.contains("assertj") || name.contains("undertow"));
  }
}
