package dev.patchbay.smtp.outbox;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.smtp.line.MailServer;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An open line to the mail server, for one mail. */
final class MailLine implements AutoCloseable {

  private static final int LOGIN_WANTED = 530;

  private final MailTransport transport;
  private final Session session;
  private final MailServer server;
  private final Sender sender;
  private final ConnectionContext context;

  MailLine(
      MailTransport transport,
      Session session,
      MailServer server,
      Sender sender,
      ConnectionContext context) {
    this.transport = transport;
    this.session = session;
    this.server = server;
    this.sender = sender;
    this.context = context;
  }

  Sender sender() {
    return sender;
  }

  /** Refuses to go on without the login that was filled in, where the server offers none. */
  void demandLogin() {
    if (sender.username().isPresent() && !transport.supportsExtension("AUTH")) {
      close();
      throw new Rejected(
          ("The mail server %s offers no login on this connection. Choose starttls or tls, or"
                  + " connect the account without user name and password.")
              .formatted(server));
    }
  }

  /** Asks whether mail may be sent from the address, and takes it back. */
  void offerSender() {
    offerSender("");
    say("RSET");
  }

  /** Sends to all recipients or to none. */
  SentMessage send(Letter letter) {
    var mail = letter.rendered(session, context.clock().instant());
    offerSender(transport.supportsExtension("SIZE") ? " SIZE=" + mail.length : "");
    offerRecipients(letter.recipients());
    handOver(mail);
    var accepted = letter.recipients().stream().map(InternetAddress::getAddress).toList();
    return new SentMessage(letter.id().text(), accepted);
  }

  private void offerSender(String size) {
    var reply = say("MAIL FROM:<" + sender.address() + ">" + size);
    if (reply.code() == LOGIN_WANTED) {
      throw new ReauthorizationNeeded(
          "The mail server %s wants a login first: %s".formatted(server, reply.words()));
    }
    if (!reply.isPositive()) {
      throw reply.failure(
          "The mail server %s does not take mail from %s".formatted(server, sender.address()));
    }
  }

  private void offerRecipients(List<InternetAddress> recipients) {
    var refused = new LinkedHashMap<String, Reply>();
    for (var recipient : recipients) {
      var reply = say("RCPT TO:<" + recipient.getAddress() + ">");
      if (!reply.isPositive()) {
        refused.put(recipient.getAddress(), reply);
      }
    }
    if (!refused.isEmpty()) {
      throw refusal(refused);
    }
  }

  private static IntegrationException refusal(Map<String, Reply> refused) {
    var worst =
        refused.entrySet().stream()
            .filter(each -> each.getValue().isPermanent())
            .findFirst()
            .orElse(refused.entrySet().iterator().next());
    var others = refused.size() - 1;
    return worst
        .getValue()
        .failure(
            "The mail was sent to nobody, for the mail server does not take it for %s%s"
                .formatted(worst.getKey(), others == 0 ? "" : " and " + others + " more"));
  }

  private void handOver(byte[] mail) {
    try {
      transport.write(mail);
    } catch (MessagingException | IOException e) {
      if (transport.last().isRefusal()) {
        throw transport
            .last()
            .failure("The mail server %s does not take the mail".formatted(server));
      }
      throw transport.isHandedOver() ? unknown(e) : lost(e);
    }
  }

  private Reply say(String command) {
    try {
      var reply = transport.say(command);
      if (reply.isPositive() || reply.isRefusal()) {
        return reply;
      }
      throw lost(new IOException(reply.words()));
    } catch (MessagingException e) {
      throw lost(e);
    }
  }

  private Unavailable unknown(Exception e) {
    return new Unavailable(
        ("The connection to the mail server %s ended before it said whether it took the mail:"
                + " it may have been sent or not")
            .formatted(server),
        cause(e));
  }

  private Unavailable lost(Exception e) {
    return new Unavailable(
        "The connection to the mail server %s ended before any mail was sent".formatted(server),
        cause(e));
  }

  /**
   * Without what the library says itself, which may hold words of the server that nobody masked.
   */
  private static Throwable cause(Exception e) {
    return e instanceof IOException ? e : e.getCause();
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      context.log().log(Level.DEBUG, "The mail server was gone before a goodbye", e);
    }
  }
}
