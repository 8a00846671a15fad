package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * One finished exchange with a service, as it is logged: never a query, a header or a body, since
 * those may hold secrets.
 *
 * @param connection empty text for the plugin's own calls
 * @param host the declared host, also when a simulated service stands in for it
 * @param path without query
 * @param status the answer's status; 0 if there was none
 * @param time from the call until the answer was read or given up
 * @param bytes of the answer's body that were read
 * @param outcome {@code answered}, or why there was no whole answer
 */
public record Exchange(
    String plugin,
    String connection,
    String method,
    String host,
    String path,
    int status,
    Duration time,
    long bytes,
    String outcome) {

  static final String ANSWERED = "answered";

  /** One that was never sent; of its address and method only what is sure to be harmless. */
  static Exchange refused(Sender sender, HttpRequest request, Rejected reason) {
    String host = String.valueOf(request.uri().getHost());
    return new Exchange(
        sender.plugin(),
        sender.connection(),
        OutgoingRequest.isOrdinary(request.method()) ? request.method() : "-",
        HostPattern.isHost(host) ? host : "-",
        "-",
        0,
        Duration.ZERO,
        0,
        reason.getMessage());
  }

  @Override
  public String toString() {
    return "exchange plugin=%s connection=%s method=%s host=%s path=%s status=%d ms=%d bytes=%d outcome=\"%s\""
        .formatted(
            plugin,
            connection.isEmpty() ? "-" : connection,
            method,
            host,
            path,
            status,
            time.toMillis(),
            bytes,
            outcome);
  }
}
