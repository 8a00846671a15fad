package dev.patchbay.smtp.outbox;

import dev.patchbay.smtp.line.Dial;
import dev.patchbay.smtp.line.Security;
import jakarta.mail.Session;
import java.util.Properties;

/**
 * What the mail library is told. The line is handed to it ready, so that it looks up no name and
 * opens no socket; should it ever want another, it has no way but the host's.
 */
record SessionProperties(Dial dial, Sender sender) {

  Session session() {
    var properties = new Properties();
    properties.put("mail.smtp.socketFactory", dial.sockets());
    properties.put("mail.smtp.ssl.socketFactory", dial.tls());
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.starttls.enable", text(Security.STARTTLS));
    properties.setProperty("mail.smtp.starttls.required", text(Security.STARTTLS));
    properties.setProperty("mail.smtp.auth", Boolean.toString(sender.username().isPresent()));
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN DIGEST-MD5");
    properties.setProperty("mail.smtp.localhost", sender.domain());
    properties.setProperty("mail.smtp.timeout", Long.toString(dial.limits().read().toMillis()));
    properties.setProperty("mail.smtp.connectiontimeout", millis());
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.sendpartial", "false");
    return Session.getInstance(properties);
  }

  private String text(Security security) {
    return Boolean.toString(dial.server().security() == security);
  }

  private String millis() {
    return Long.toString(dial.limits().connect().toMillis());
  }
}
