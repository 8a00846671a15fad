package dev.patchbay.host.security;

import java.time.Instant;

/** A user's access token and when it ends. */
public record LoginAnswer(String accessToken, Instant expiresAt) {

  static LoginAnswer of(AccessToken token) {
    return new LoginAnswer(token.text(), token.expiresAt());
  }

  @Override
  public String toString() {
    return "LoginAnswer[until " + expiresAt + "]";
  }
}
