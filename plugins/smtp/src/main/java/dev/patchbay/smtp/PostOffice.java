package dev.patchbay.smtp;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.item.IdempotencyKey;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.Socket;

/** Opens the way to the mail server of one connection, asking for its password each time. */
final class PostOffice {

  private final ConnectionContext context;
  private final Limits limits;

  PostOffice(ConnectionContext context, Limits limits) {
    this.context = context;
    this.limits = limits;
  }

  MessageId messageId(Sender sender, IdempotencyKey key) {
    return MessageId.of(key, context.id(), sender.domain());
  }

  /** A line to the server on which a login is done, if there is one to do. */
  MailLine open() {
    var server = MailServer.of(context.settings());
    var sender = Sender.of(context.auth());
    var tls = new PinnedTls(server.host());
    var session = new SessionProperties(server, sender, limits).session(context.sockets(), tls);
    var transport = new MailTransport(session, sender);
    var line = new MailLine(transport, session, server, sender, context);
    start(transport, dialled(server, tls), new OpeningFailures(server, sender, limits));
    line.demandLogin();
    return line;
  }

  private Socket dialled(MailServer server, PinnedTls tls) {
    try {
      return new Dial(context.sockets(), limits).to(server, tls);
    } catch (IOException e) {
      throw new DialFailures(server, limits).of(e);
    }
  }

  private static void start(MailTransport transport, Socket socket, OpeningFailures failures) {
    try {
      transport.connect(socket);
    } catch (MessagingException e) {
      throw failures.of(e, transport);
    }
  }
}
