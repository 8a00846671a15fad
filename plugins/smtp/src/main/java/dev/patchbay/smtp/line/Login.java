package dev.patchbay.smtp.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.setting.Secret;
import java.util.Base64;

/**
 * A user name with its password.
 *
 * @param username as the server knows it
 * @param password never shown
 */
public record Login(String username, Secret password) {

  /** The server's words without the password, should it repeat what it was given. */
  public String masked(String words) {
    var secret = password.reveal();
    return words
        .replace(secret, "***")
        .replace(encoded(secret), "***")
        .replace(encoded("\0" + username + "\0" + secret), "***");
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
