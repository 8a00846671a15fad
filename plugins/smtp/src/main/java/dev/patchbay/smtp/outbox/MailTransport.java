package dev.patchbay.smtp.outbox;

import dev.patchbay.api.setting.Secret;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * The library's SMTP, driven step by step: its own way to send tells neither which command was
 * refused once it has reset the exchange, nor whether the whole mail had left when the line broke.
 */
final class MailTransport extends SMTPTransport {

  private final Sender sender;
  private String step = "greeting";
  private Reply last = Reply.NONE;
  private boolean handedOver;

  MailTransport(Session session, Sender sender) {
    super(session, null);
    this.sender = sender;
  }

  /** The name of the last command, without what it carried. */
  synchronized String step() {
    return step;
  }

  /** The answer to the last command; {@link Reply#NONE} if none came. */
  synchronized Reply last() {
    return last;
  }

  /** Whether the end of the mail left, so that it may have been sent whatever went wrong then. */
  synchronized boolean isHandedOver() {
    return handedOver;
  }

  synchronized Reply say(String command) throws MessagingException {
    simpleCommand(command);
    return last;
  }

  /** Hands the mail over to the server, after the sender and the recipients. */
  synchronized void write(byte[] mail) throws MessagingException, IOException {
    data().write(mail);
    handedOver = true;
    finishData();
  }

  @Override
  protected synchronized boolean protocolConnect(
      String host, int port, String nobody, String nothing) throws MessagingException {
    return super.protocolConnect(
        host,
        port,
        sender.username().orElse(null),
        sender.password().map(Secret::reveal).orElse(null));
  }

  @Override
  protected void sendCommand(String command) throws MessagingException {
    if (!isAftermath(command)) {
      step = command.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
      last = Reply.NONE;
    }
    super.sendCommand(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    var before = last;
    int code = super.readServerResponse();
    last = before.isRefusal() ? before : Reply.of(code, sender.masked(getLastServerResponse()));
    return code;
  }

  /** These follow a refusal, whose words they must not replace. */
  private boolean isAftermath(String command) {
    return last.isRefusal() && (command.equals("RSET") || command.equals("QUIT"));
  }
}
