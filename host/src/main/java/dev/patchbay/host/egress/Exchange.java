package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;

/**
 * One finished exchange with a service, as it is logged: never a query, a header or a body, since
 * those may hold secrets.
 *
 * @param sender in whose name
 * @param host the declared host, also when a simulated service stands in for it
 * @param path without query
 * @param status the answer's status; 0 if there was none
 * @param time from the call until the answer was read or given up
 * @param bytes of the answer's body that were read
 * @param category the failure category's name; empty text for a success
 * @param outcome {@code answered}, {@code connected}, or why there was no whole answer
 */
public record Exchange(
    Sender sender,
    String method,
    String host,
    String path,
    int status,
    Duration time,
    long bytes,
    String category,
    String outcome) {

  static final String TCP = "TCP";

  /** One that was never sent; of its address and method only what is sure to be harmless. */
  static Exchange refused(Sender sender, HttpRequest request, Rejected reason) {
    String host = String.valueOf(request.uri().getHost());
    return new Exchange(
        sender,
        OutgoingRequest.isOrdinary(request.method()) ? request.method() : "-",
        HostPattern.isHost(host) ? host : "-",
        "-",
        0,
        Duration.ZERO,
        0,
        Outcome.failed(reason).category(),
        reason.getMessage());
  }

  /** The opening of a connection that speaks something else than HTTP. */
  static Exchange connection(
      Sender sender, InetSocketAddress address, Duration time, Outcome outcome) {
    String host = address.getHostString().toLowerCase(Locale.ROOT);
    return new Exchange(
        sender,
        TCP,
        HostPattern.isHost(host) ? host : "-",
        ":" + address.getPort(),
        0,
        time,
        0,
        outcome.category(),
        outcome.text());
  }

  @Override
  public String toString() {
    return "exchange plugin=%s connection=%s method=%s host=%s path=%s status=%d ms=%d bytes=%d outcome=\"%s\""
        .formatted(
            sender.plugin(),
            sender.connection().isEmpty() ? "-" : sender.connection(),
            method,
            host,
            path,
            status,
            time.toMillis(),
            bytes,
            outcome);
  }
}
