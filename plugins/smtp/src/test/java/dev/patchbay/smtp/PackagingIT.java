package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.testkit.ShippedJars;
import org.junit.jupiter.api.Test;

/**
 * What is shipped: the plugin's jar with what it needs at run time, and nothing that the host has.
 */
class PackagingIT {

  @Test
  void should_ship_its_jar_and_the_mail_library() {
    assertThat(ShippedJars.names())
        .extracting(name -> name.replaceAll("-[0-9].*", ""))
        .containsExactlyInAnyOrder(
            "smtp",
            "smtp",
            "imap",
            "angus-core",
            "angus-activation",
            "jakarta.mail-api",
            "jakarta.activation-api");
  }
}
