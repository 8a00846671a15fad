package dev.patchbay.smtp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.util.Properties;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/**
 * A line to an IMAP server (RFC 3501, RFC 9051). The library speaks over streams that are made here
 * and never sees a socket, so that it can neither look up a name nor open another line.
 */
final class ImapLine implements AutoCloseable {

  private static final int GOODBYE_MILLIS = 1_000;

  private final MailServer server;
  private final Login login;
  private final ImapFailures failures;
  private final System.Logger log;
  private Socket socket;
  private BoundedInput input;
  private IMAPProtocol protocol;

  ImapLine(Socket socket, Login login, ImapFailures failures, System.Logger log)
      throws IOException {
    this.server = failures.server();
    this.login = login;
    this.failures = failures;
    this.log = log;
    speakOver(socket);
  }

  MailServer server() {
    return server;
  }

  private void speakOver(Socket line) throws IOException {
    socket = line;
    input = new BoundedInput(line.getInputStream());
    protocol =
        new IMAPProtocol(
            input,
            new PrintStream(line.getOutputStream(), true, US_ASCII),
            new Properties(),
            false);
  }

  /** Waits for the greeting, encrypts the line if that comes now, and logs in. */
  void open(PinnedTls tls) {
    greet();
    trying("CAPABILITY", IMAPProtocol::capability);
    if (server.security() == Security.STARTTLS) {
      encrypt(tls);
    }
    if (protocol.hasCapability("LOGINDISABLED") && !protocol.hasCapability("AUTH=PLAIN")) {
      throw new Rejected(
          ("The mail server %s takes no password on this connection. Choose starttls or tls for"
                  + " replies.")
              .formatted(server));
    }
    trying("LOGIN", this::logIn);
  }

  private void greet() {
    Response greeting;
    try {
      greeting = protocol.readResponse();
    } catch (IOException | ProtocolException e) {
      throw failures.lost("greeting", e);
    }
    if (!greeting.isUnTagged() || !greeting.isOK()) {
      throw failures.ofGreeting(greeting);
    }
  }

  private void encrypt(PinnedTls tls) {
    if (!protocol.hasCapability("STARTTLS")) {
      throw new Rejected(
          ("The mail server %s offers no STARTTLS, and nothing is read unencrypted. Choose another"
                  + " port, or tls for one that is encrypted from the start.")
              .formatted(server));
    }
    say("STARTTLS");
    try {
      speakOver(tls.started(socket, server.port()));
    } catch (IOException e) {
      throw failures.ofTls(e);
    }
    trying("CAPABILITY", IMAPProtocol::capability);
  }

  private void logIn(IMAPProtocol speaking) throws ProtocolException {
    if (speaking.hasCapability("AUTH=PLAIN")) {
      speaking.authplain(null, login.username(), login.password().reveal());
    } else {
      speaking.login(login.username(), login.password().reveal());
    }
  }

  /**
   * Has a command done.
   *
   * @return all that was said to it
   * @throws IntegrationException in the category that fits what the server says against it
   */
  Response[] say(String command, Argument... arguments) {
    var said = new Response[1][];
    trying(
        command,
        speaking -> {
          said[0] = speaking.command(command, joined(arguments));
          speaking.handleResult(said[0][said[0].length - 1]);
        });
    return said[0];
  }

  /** Nothing for no arguments: for empty ones the library would send a space. */
  private static Argument joined(Argument... arguments) {
    if (arguments.length == 0) {
      return null;
    }
    var all = new Argument();
    for (var each : arguments) {
      all.append(each);
    }
    return all;
  }

  private void trying(String command, Step step) {
    input.expectAnswer();
    try {
      step.take(protocol);
    } catch (ProtocolException e) {
      throw failures.of(command, e);
    } catch (IntegrationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw ImapFailures.nonsense(server, command, e);
    }
  }

  @Override
  public void close() {
    try (var line = socket) {
      line.setSoTimeout(GOODBYE_MILLIS);
      protocol.command("LOGOUT", null);
    } catch (IOException e) {
      log.log(System.Logger.Level.DEBUG, "The server for replies was gone before a goodbye", e);
    }
  }

  private interface Step {
    void take(IMAPProtocol speaking) throws ProtocolException;
  }
}
