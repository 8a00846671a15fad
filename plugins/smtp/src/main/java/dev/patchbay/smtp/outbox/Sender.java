package dev.patchbay.smtp.outbox;

import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.smtp.line.Login;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;

/**
 * Who sends, and how they prove it.
 *
 * @param mailbox the address that mails are sent from
 * @param username empty for a server that asks for no login
 * @param password there if the user name is
 */
record Sender(InternetAddress mailbox, Optional<String> username, Optional<Secret> password) {

  static Sender of(Auth auth) {
    var username = auth.optional("username").map(Secret::reveal).filter(text -> !text.isBlank());
    var password = auth.optional("password").filter(secret -> !secret.reveal().isEmpty());
    if (username.isPresent() != password.isPresent()) {
      throw new ReauthorizationNeeded(
          "A login takes both a user name and a password; fill in both, or neither for a server"
              + " that asks for none");
    }
    return new Sender(mailbox(auth.field("sender").reveal()), username, password);
  }

  String address() {
    return mailbox.getAddress();
  }

  /** What stands behind the at sign. */
  String domain() {
    return address().substring(address().lastIndexOf('@') + 1);
  }

  /** The server's words without the password, should it repeat what it was given. */
  String masked(String words) {
    return password
        .map(secret -> new Login(username.orElse(""), secret).masked(words))
        .orElse(words);
  }

  private static InternetAddress mailbox(String text) {
    try {
      return Mailbox.parse("sender", text);
    } catch (IllegalArgumentException e) {
      throw new Rejected("No mail can be sent: " + e.getMessage(), e);
    }
  }
}
