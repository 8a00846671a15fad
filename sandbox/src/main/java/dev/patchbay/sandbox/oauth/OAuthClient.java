package dev.patchbay.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** An application registered with a simulated provider. */
public record OAuthClient(String id, String secret, String name) {
  public boolean hasSecret(String candidate) {
    return MessageDigest.isEqual(
        secret.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "OAuthClient[" + id + "]";
  }
}
