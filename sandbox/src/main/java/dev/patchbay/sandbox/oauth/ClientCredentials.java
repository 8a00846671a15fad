package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a client named itself: by a Basic header, or in the form (RFC 6749, section 2.3.1). */
public record ClientCredentials(String id, Optional<String> secret) {
  public static Optional<ClientCredentials> of(Request request, Map<String, List<String>> form) {
    return request
        .header("Authorization")
        .filter(header -> header.startsWith("Basic "))
        .map(header -> basic(header.substring("Basic ".length())))
        .orElseGet(() -> posted(form));
  }

  private static Optional<ClientCredentials> basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new ClientCredentials(
                  decoded(pair.substring(0, colon)),
                  Optional.of(decoded(pair.substring(colon + 1)))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  private static Optional<ClientCredentials> posted(Map<String, List<String>> form) {
    Optional<String> secret = form.getOrDefault("client_secret", List.of()).stream().findFirst();
    return form.getOrDefault("client_id", List.of()).stream()
        .findFirst()
        .map(id -> new ClientCredentials(id, secret.filter(s -> !s.isEmpty())));
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + id + "]";
  }
}
