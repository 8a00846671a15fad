package dev.patchbay.api.webhook;

import dev.patchbay.api.error.Rejected;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a service sent, byte for byte, since signatures cover the bytes. Immutable.
 *
 * @since 1
 */
public final class WebhookRequest {

  private final String method;
  private final URI url;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final Instant receivedAt;

  private WebhookRequest(
      String method, URI url, Map<String, List<String>> headers, byte[] body, Instant receivedAt) {
    this.method = Objects.requireNonNull(method, "method");
    this.url = Objects.requireNonNull(url, "url");
    var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    this.headers = sorted;
    this.body = body.clone();
    this.receivedAt = Objects.requireNonNull(receivedAt, "receivedAt");
  }

  /**
   * A request that was received just now.
   *
   * @param url the public address that was called, query included
   * @param headers name to values; names in any case
   * @param body the raw bytes; copied
   */
  public static WebhookRequest of(
      String method, URI url, Map<String, List<String>> headers, byte[] body) {
    return new WebhookRequest(method.toUpperCase(Locale.ROOT), url, headers, body, Instant.now());
  }

  /** The same request, received at another time. */
  public WebhookRequest at(Instant time) {
    return new WebhookRequest(method, url, headers, body, time);
  }

  /** The method in capitals. */
  public String method() {
    return method;
  }

  /** The public address that was called, query included. */
  public URI url() {
    return url;
  }

  /** The first value of a header; its name in any case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).flatMap(values -> values.stream().findFirst());
  }

  /** A copy of the raw bytes. */
  public byte[] body() {
    return body.clone();
  }

  /** When it was received, by the host's clock. */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * Refuses a request that was signed too long ago, or in the future, as a replayed one would be.
   *
   * @param signedAt what the signature covers
   * @param window how far from now it may be, either way
   * @throws Rejected if it is farther
   */
  public void requireFresh(Instant signedAt, Duration window) {
    if (Duration.between(signedAt, receivedAt).abs().compareTo(window) > 0) {
      throw new Rejected("The webhook was signed at " + signedAt + ", which is not now");
    }
  }

  /** Tells which request it is, without what it carries. */
  @Override
  public String toString() {
    return "WebhookRequest[" + method + ", " + body.length + " bytes]";
  }
}
