package dev.patchbay.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.setting.Secret;
import java.util.Base64;
import java.util.Optional;

/**
 * A user name with its password.
 *
 * @param username as the server knows it
 * @param password never shown
 */
record Login(String username, Secret password) {

  /** What opens the mailbox of replies: its own user name and password, else those for sending. */
  static Login forReplies(Auth auth) {
    var username = filled(auth, "imapUsername").or(() -> filled(auth, "username"));
    var password = filled(auth, "imapPassword").or(() -> filled(auth, "password"));
    if (username.isEmpty() || password.isEmpty()) {
      throw new ReauthorizationNeeded(
          "Reading replies takes a user name and a password: those for sending, or others for the"
              + " mailbox alone");
    }
    return new Login(username.get().reveal(), password.get());
  }

  /** The server's words without the password, should it repeat what it was given. */
  String masked(String words) {
    var secret = password.reveal();
    return words
        .replace(secret, "***")
        .replace(encoded(secret), "***")
        .replace(encoded("\0" + username + "\0" + secret), "***");
  }

  private static Optional<Secret> filled(Auth auth, String field) {
    return auth.optional(field).filter(secret -> !secret.reveal().isBlank());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
