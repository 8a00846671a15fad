package dev.patchbay.host.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.patchbay.host.caller.Scope;

/** An access token as RFC 6749, section 5.1 answers it; the lifetime is in seconds. */
public record TokenAnswer(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn,
    String scope,
    @JsonProperty("issued_token_type") String issuedTokenType) {

  static TokenAnswer of(SignIn.KeyToken issued) {
    return of(issued, null);
  }

  /** As RFC 8693, section 2.2.1 answers it. */
  static TokenAnswer exchanged(SignIn.KeyToken issued) {
    return of(issued, TokenExchange.ACCESS_TOKEN);
  }

  private static TokenAnswer of(SignIn.KeyToken issued, String type) {
    return new TokenAnswer(
        issued.token().text(),
        "Bearer",
        issued.lifetime().toSeconds(),
        Scope.text(issued.caller().scopes()),
        type);
  }

  @Override
  public String toString() {
    return "TokenAnswer[" + scope + "]";
  }
}
