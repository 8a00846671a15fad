package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import java.time.Instant;

/** Adds up the exchanges that have the same key; not for several threads at once. */
final class Tally {

  private long exchanges;
  private long milliseconds;
  private long bytes;

  void add(Exchange exchange) {
    exchanges++;
    milliseconds += exchange.time().toMillis();
    bytes += exchange.bytes();
  }

  void add(Tally other) {
    exchanges += other.exchanges;
    milliseconds += other.milliseconds;
    bytes += other.bytes;
  }

  long exchanges() {
    return exchanges;
  }

  long milliseconds() {
    return milliseconds;
  }

  long bytes() {
    return bytes;
  }

  /**
   * What is added up apart.
   *
   * @param connection empty text for the plugin's own exchanges
   * @param category empty text for successes
   */
  record Key(String tenant, String plugin, String connection, String category, Instant minute) {

    static Key of(Exchange exchange, Instant minute) {
      var sender = exchange.sender();
      return new Key(
          sender.origin().tenant(),
          sender.plugin(),
          sender.connection(),
          exchange.category(),
          minute);
    }
  }
}
