package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.FormEncoding;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The query of an authorization request (RFC 6749, section 4.1.1; RFC 7636). */
public record AuthorizationRequest(String query, Map<String, List<String>> values) {
  public static AuthorizationRequest of(String query) {
    return new AuthorizationRequest(query, FormEncoding.decode(query));
  }

  public Optional<String> value(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  public String clientId() {
    return value("client_id").orElse("");
  }

  public String redirectUri() {
    return value("redirect_uri").orElse("");
  }

  public Set<String> scopes() {
    return Scopes.split(value("scope").orElse(""));
  }

  public boolean offline() {
    return value("access_type").filter("offline"::equals).isPresent();
  }

  public boolean asksConsentAgain() {
    return Scopes.split(value("prompt").orElse("")).contains("consent");
  }

  public Optional<Challenge> challenge() {
    return value("code_challenge")
        .map(c -> new Challenge(c, value("code_challenge_method").orElse("plain")));
  }

  /** The first parameter given twice: RFC 6749 forbids it. */
  public Optional<String> repeated() {
    return values.entrySet().stream()
        .filter(e -> e.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Only this computer may receive a code from the sandbox. */
  public boolean redirectsToLoopback() {
    try {
      URI uri = new URI(redirectUri());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean here =
          Set.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(uri.getHost()));
      return web && here && uri.getFragment() == null && uri.getUserInfo() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The error that goes back to the application, when the request itself is wrong. */
  public Optional<String> flaw() {
    if (value("response_type").filter("code"::equals).isEmpty()) {
      return Optional.of("unsupported_response_type");
    }
    if (scopes().isEmpty()) {
      return Optional.of("invalid_scope");
    }
    boolean knownMethod =
        challenge().map(c -> Set.of("S256", "plain").contains(c.method())).orElse(true);
    return knownMethod ? Optional.empty() : Optional.of("invalid_request");
  }

  /** The redirect back to the application, with its state echoed first. */
  public String back(Map<String, String> answer) {
    Map<String, String> all = new LinkedHashMap<>();
    value("state").ifPresent(state -> all.put("state", state));
    all.putAll(answer);
    String separator = redirectUri().contains("?") ? "&" : "?";
    return redirectUri() + separator + FormEncoding.encode(all);
  }
}
