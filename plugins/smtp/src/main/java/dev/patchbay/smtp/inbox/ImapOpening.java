package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.smtp.line.Dial;
import dev.patchbay.smtp.line.Login;
import dev.patchbay.smtp.line.Security;

/** How a line comes to be one on which mails can be read: greeted, encrypted, logged in. */
record ImapOpening(Dial dial, Login login, System.Logger log) {

  ImapLine open() {
    var failures = new ImapFailures(dial.server(), login, dial.limits());
    var line = new ImapLine(dial.connected(), failures, log);
    try {
      line.awaitGreeting();
      if (dial.server().security() == Security.STARTTLS) {
        line = encrypted(line);
      }
      logIn(line);
      return line;
    } catch (IntegrationException e) {
      line.close();
      throw e;
    }
  }

  private ImapLine encrypted(ImapLine line) {
    line.askCapabilities();
    if (!line.offers("STARTTLS")) {
      throw new Rejected(
          ("The mail server %s offers no STARTTLS, and nothing is read unencrypted. Choose another"
                  + " port, or tls for one that is encrypted from the start.")
              .formatted(dial.server()));
    }
    return line.encrypted(dial);
  }

  private void logIn(ImapLine line) {
    line.askCapabilities();
    if (line.offers("LOGINDISABLED") && !line.offers("AUTH=PLAIN")) {
      throw new Rejected(
          ("The mail server %s takes no password on this connection. Choose starttls or tls for"
                  + " replies.")
              .formatted(dial.server()));
    }
    line.logIn(login);
  }
}
