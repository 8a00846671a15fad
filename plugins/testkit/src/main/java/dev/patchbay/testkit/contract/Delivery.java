package dev.patchbay.testkit.contract;

import dev.patchbay.api.webhook.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A webhook as a service sends it.
 *
 * @param url the public address, query included
 * @param headers name to value
 * @param signedAt when the service sent it
 */
public record Delivery(
    String method, URI url, Map<String, String> headers, String body, Instant signedAt) {

  public Delivery {
    headers = Map.copyOf(headers);
  }

  /** As it arrives at once. */
  WebhookRequest request() {
    return request(signedAt);
  }

  /** As it arrives at this time. */
  WebhookRequest request(Instant receivedAt) {
    var all = new HashMap<String, List<String>>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return WebhookRequest.of(method, url, all, body.getBytes(StandardCharsets.UTF_8))
        .at(receivedAt);
  }

  /** The same with another body. */
  Delivery with(String otherBody) {
    return new Delivery(method, url, headers, otherBody, signedAt);
  }

  /** The same without a header. */
  Delivery bare() {
    return new Delivery(method, url, Map.of(), body, signedAt);
  }
}
