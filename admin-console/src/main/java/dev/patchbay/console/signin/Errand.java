package dev.patchbay.console.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A person on the way to the provider of their organisation. The text stays in the web session; the
 * browser carries only what stands for it, so that what it brings back is of use here alone.
 */
final class Errand {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String verifier;

  private Errand(String verifier) {
    this.verifier = verifier;
  }

  static Errand begin() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Errand(text(bytes));
  }

  /** Where the browser goes, on this server. */
  String address(String organisation) {
    return "/api/sign-in?organisation="
        + URLEncoder.encode(organisation, UTF_8)
        + "&challenge="
        + challenge();
  }

  String verifier() {
    return verifier;
  }

  /** The challenge as RFC 7636, section 4.2 makes it (S256). */
  private String challenge() {
    try {
      return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
