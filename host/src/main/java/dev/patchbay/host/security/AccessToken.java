package dev.patchbay.host.security;

import java.time.Instant;

/** A signed token and when it ends. */
record AccessToken(String text, Instant expiresAt) {

  @Override
  public String toString() {
    return "AccessToken[until " + expiresAt + "]";
  }
}
