package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import java.time.Instant;
import java.util.Optional;

/**
 * One exchange with a service, as it is kept.
 *
 * @param at when it began
 */
record Operation(String id, Instant at, Exchange exchange) {

  private static final int LONGEST = 500;

  String tenantId() {
    return exchange.sender().origin().tenant();
  }

  Optional<String> connectionId() {
    return present(exchange.sender().connection());
  }

  Optional<String> runId() {
    return present(exchange.sender().origin().run());
  }

  Optional<String> callId() {
    return present(exchange.sender().origin().call());
  }

  String path() {
    return cut(exchange.path());
  }

  String outcome() {
    return cut(exchange.outcome());
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
