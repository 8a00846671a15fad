package dev.patchbay.host.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The challenge of a text as RFC 7636, section 4.2 makes it (S256). */
final class Challenge {
  private Challenge() {}

  static String of(String verifier) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  static boolean isOne(String text) {
    return text != null && text.matches("[A-Za-z0-9_-]{43}");
  }
}
