package dev.patchbay.host.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256, in hexadecimal: for random secrets, where at 256 bits of chance one round is enough, and
 * to tell one text from another without keeping it.
 */
public final class SecretHash {

  private SecretHash() {}

  public static String of(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256", e);
    }
  }

  public static boolean matches(String text, String hash) {
    return MessageDigest.isEqual(of(text).getBytes(UTF_8), hash.getBytes(UTF_8));
  }
}
