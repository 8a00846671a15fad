package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ShippedJars;
import org.junit.jupiter.api.Test;

/**
 * What is shipped: the plugin's jar with what it needs at run time, and nothing that the host has.
 */
class PackagingIT {

  @Test
  void should_ship_its_jar_and_the_client_library() {
    assertThat(ShippedJars.names())
        .anyMatch(name -> name.startsWith("google-calendar-"))
        .anyMatch(name -> name.startsWith("google-api-services-calendar-"))
        .anyMatch(name -> name.startsWith("jackson-core-"));
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

  @Test
  void should_ship_no_second_way_out_for_http() {
    assertThat(ShippedJars.names())
        .noneMatch(name -> name.startsWith("httpclient") || name.startsWith("httpcore"))
        .noneMatch(name -> name.contains("apache"));
  }
}
