package dev.patchbay.console.host;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One call of the host's REST API before it is sent. Ids and search words are encoded as they go
 * in, so that whatever they hold, they can never change which resource is addressed.
 */
public record Call(String method, String path, Optional<Object> body, Optional<String> key) {

  static Call get(String path, Object... parts) {
    return new Call("GET", filled(path, parts), Optional.empty(), Optional.empty());
  }

  static Call send(String method, Object body, String path, Object... parts) {
    return new Call(method, filled(path, parts), Optional.ofNullable(body), Optional.empty());
  }

  /** The same call, which has one effect however often it is sent with this key. */
  Call once(String idempotencyKey) {
    return new Call(method, path, body, Optional.of(idempotencyKey));
  }

  /** The same call with a query; parameters with an empty value are left out. */
  Call with(Map<String, String> query) {
    StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
    query.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            joined.add(name + "=" + encoded(value));
          }
        });
    return new Call(method, path + joined, body, key);
  }

  URI under(URI base) {
    return URI.create(base + path);
  }

  BodyPublisher content() {
    return body.map(value -> BodyPublishers.ofString(Json.write(value)))
        .orElseGet(BodyPublishers::noBody);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }

  private static String filled(String path, Object... parts) {
    String result = path;
    for (Object part : parts) {
      result = result.replaceFirst("\\{}", encoded(part.toString()));
    }
    return result;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
