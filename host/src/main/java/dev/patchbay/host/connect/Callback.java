package dev.patchbay.host.connect;

import dev.patchbay.host.oauth.OAuthError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service sent back through the browser (RFC 6749 section 4.1.2, RFC 9207).
 *
 * @param code the code to exchange, or empty text where there is an error
 * @param error why there is no code
 * @param issuer who says so, if it says it
 */
public record Callback(
    String state, String code, Optional<OAuthError> error, Optional<String> issuer) {

  /**
   * Reads the query of a callback.
   *
   * @return nothing if a parameter stands there twice, or it is no answer at all
   */
  public static Optional<Callback> of(Map<String, List<String>> query) {
    var state = first(query, "state");
    var code = first(query, "code");
    var error = first(query, "error");
    var doubled = query.values().stream().anyMatch(values -> values.size() != 1);
    if (doubled || state.isEmpty() || code.isPresent() == error.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Callback(
            state.get(),
            code.orElse(""),
            error.map(one -> OAuthError.of(one, first(query, "error_description").orElse(""))),
            first(query, "iss")));
  }

  private static Optional<String> first(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst().filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return "Callback[" + error.map(OAuthError::code).orElse("code") + "]";
  }
}
