package dev.patchbay.smtp.outbox;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.item.IdempotencyKey;
import dev.patchbay.smtp.line.Dial;
import dev.patchbay.smtp.line.Limits;
import dev.patchbay.smtp.line.MailServer;
import jakarta.mail.MessagingException;

/** Opens the way to the mail server of one connection, asking for its password each time. */
public final class PostOffice {

  private final ConnectionContext context;
  private final Limits limits;

  public PostOffice(ConnectionContext context, Limits limits) {
    this.context = context;
    this.limits = limits;
  }

  /** The address that mails are sent from. */
  public String address() {
    return Sender.of(context.auth()).address();
  }

  /**
   * Asks whether mail may be sent from the address, and takes it back.
   *
   * @return the address
   */
  public String offerSender() {
    try (var line = open()) {
      line.offerSender();
      return line.sender().address();
    }
  }

  MessageId messageId(Sender sender, IdempotencyKey key) {
    return MessageId.of(key, context.id(), sender.domain());
  }

  /** A line to the server on which a login is done, if there is one to do. */
  MailLine open() {
    var dial = new Dial(MailServer.of(context.settings()), limits, context.sockets());
    var sender = Sender.of(context.auth());
    var session = new SessionProperties(dial, sender).session();
    var transport = new MailTransport(session, sender);
    var line = new MailLine(transport, session, dial.server(), sender, context);
    start(transport, dial, sender);
    line.demandLogin();
    return line;
  }

  private static void start(MailTransport transport, Dial dial, Sender sender) {
    var socket = dial.connected();
    try {
      transport.connect(socket);
    } catch (MessagingException e) {
      throw new OpeningFailures(dial, sender).of(e, transport);
    }
  }
}
