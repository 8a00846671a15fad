package dev.patchbay.smtp.line;

import java.time.Duration;

/**
 * How long the server may take.
 *
 * @param connect until the connection stands
 * @param read until it says something
 * @param write until it takes what is sent
 */
public record Limits(Duration connect, Duration read, Duration write) {

  public static Limits usual() {
    return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(25));
  }
}
