package dev.patchbay.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The PKCE challenge of RFC 7636, by {@code S256} or {@code plain}. */
public record Challenge(String value, String method) {
  public boolean isMetBy(String verifier) {
    String derived = method.equals("plain") ? verifier : s256(verifier);
    return derived.equals(value);
  }

  private static String s256(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
