package dev.patchbay.host.security;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes texts that nobody can guess. */
public final class RandomText {
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** Returns 256 bits in the URL-safe alphabet. */
  public static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns a password of 100 bits that a person can copy from a screen by hand. */
  static String password() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(i > 0 && i % 5 == 0 ? "-" : "");
      text.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
    }
    return text.toString();
  }
}
