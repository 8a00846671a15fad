package dev.patchbay.sandbox.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** Who may send here: the one mailbox that there is. */
final class Mailbox {
  static final String ADDRESS = "demo@sandbox.example";
  static final String PASSWORD = "sandbox";

  private Mailbox() {}

  static boolean opens(String username, String password) {
    return username.equalsIgnoreCase(ADDRESS) && password.equals(PASSWORD);
  }

  /** AUTH PLAIN (RFC 4616): authorization id, user name and password, between zero bytes. */
  static boolean opensPlain(String response) {
    String[] parts = decoded(response).split("\0", -1);
    return parts.length == 3 && opens(parts[1], parts[2]);
  }

  static String decoded(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
