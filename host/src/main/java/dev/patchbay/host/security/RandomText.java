package dev.patchbay.host.security;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes texts that nobody can guess. */
@Singleton
class RandomText {
  private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";
  private final SecureRandom random = new SecureRandom();

  /** Returns 256 bits in the URL-safe alphabet. */
  String secret() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns a password of 100 bits that a person can copy from a screen by hand. */
  String password() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append(i > 0 && i % 5 == 0 ? "-" : "");
      text.append(READABLE.charAt(random.nextInt(READABLE.length())));
    }
    return text.toString();
  }
}
