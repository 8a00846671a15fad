package dev.patchbay.api.webhook;

import java.net.URI;
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

  private WebhookRequest(String method, URI url, Map<String, List<String>> headers, byte[] body) {
    this.method = Objects.requireNonNull(method, "method");
    this.url = Objects.requireNonNull(url, "url");
    var sorted = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
    this.headers = sorted;
    this.body = body.clone();
  }

  /**
   * @param url the public address that was called, query included
   * @param headers name to values; names in any case
   * @param body the raw bytes; copied
   */
  public static WebhookRequest of(
      String method, URI url, Map<String, List<String>> headers, byte[] body) {
    return new WebhookRequest(method.toUpperCase(Locale.ROOT), url, headers, body);
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
}
