package dev.patchbay.host.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.host.caller.Scope;

/** An access token as RFC 6749, section 5.1 answers it; the lifetime is in seconds. */
public record TokenAnswer(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    String scope) {

  static TokenAnswer of(SignIn.KeyToken issued) {
    return new TokenAnswer(
        issued.token().text(),
        "Bearer",
        issued.lifetime().toSeconds(),
        Scope.text(issued.caller().scopes()));
  }

  @Override
  public String toString() {
    return "TokenAnswer[" + scope + "]";
  }
}
