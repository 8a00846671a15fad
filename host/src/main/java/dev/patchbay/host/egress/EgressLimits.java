package dev.patchbay.host.egress;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * @param connect until the connection stands
 * @param head until the head of the answer is there, and between two pieces of the answer
 * @param total until the answer is read to its end
 * @param requestBytes the largest body that is sent
 * @param responseBytes the largest body that is read, after decompression
 * @param connectionsPerServer how many connections are open to one server
 */
record EgressLimits(
    Duration connect,
    Duration head,
    Duration total,
    int requestBytes,
    long responseBytes,
    int connectionsPerServer) {

  private static final int MEGABYTE = 1_000_000;

  static EgressLimits usual() {
    return new EgressLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofMinutes(3),
        25 * MEGABYTE,
        50L * MEGABYTE,
        32);
  }
}
