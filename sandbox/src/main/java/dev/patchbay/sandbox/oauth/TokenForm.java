package dev.patchbay.sandbox.oauth;

import dev.patchbay.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a token request, in which RFC 6749 allows every parameter once. */
public record TokenForm(Map<String, List<String>> values) {
  public static TokenForm of(Request request) {
    Map<String, List<String>> values = request.form();
    values.forEach(
        (name, given) -> {
          if (given.size() > 1) {
            throw OAuthError.invalidRequest("Parameter given twice: " + name);
          }
        });
    return new TokenForm(values);
  }

  public Optional<String> value(String name) {
    return values.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  public String required(String name) {
    return value(name)
        .orElseThrow(() -> OAuthError.invalidRequest("Missing required parameter: " + name));
  }

  @Override
  public String toString() {
    return "TokenForm" + values.keySet();
  }
}
