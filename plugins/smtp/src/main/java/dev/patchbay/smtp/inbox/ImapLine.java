package dev.patchbay.smtp.inbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.smtp.line.Dial;
import dev.patchbay.smtp.line.Login;
import dev.patchbay.smtp.line.MailServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
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

  private final Socket socket;
  private final ImapFailures failures;
  private final System.Logger log;
  private final BoundedInput input;
  private final IMAPProtocol protocol;

  ImapLine(Socket socket, ImapFailures failures, System.Logger log) {
    this.socket = socket;
    this.failures = failures;
    this.log = log;
    try {
      input = new BoundedInput(socket.getInputStream());
      var output = new PrintStream(socket.getOutputStream(), true, US_ASCII);
      protocol = new IMAPProtocol(input, output, new Properties(), false);
    } catch (IOException e) {
      throw failures.lost("greeting", e);
    }
  }

  MailServer server() {
    return failures.server();
  }

  /** Waits for the first line of the server. */
  void awaitGreeting() {
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

  /** Asks what the server offers. */
  void askCapabilities() {
    trying("CAPABILITY", IMAPProtocol::capability);
  }

  boolean offers(String capability) {
    return protocol.hasCapability(capability);
  }

  /** The same line, encrypted; what was said on it before counts no more. */
  ImapLine encrypted(Dial dial) {
    say("STARTTLS", null);
    return new ImapLine(dial.encrypted(socket), failures, log);
  }

  void logIn(Login login) {
    var password = login.password().reveal();
    trying(
        "LOGIN",
        speaking -> {
          if (speaking.hasCapability("AUTH=PLAIN")) {
            speaking.authplain(null, login.username(), password);
          } else {
            speaking.login(login.username(), password);
          }
        });
  }

  /** Has a command done, and keeps what is said to it of that kind. */
  <T extends Response> Stream<T> ask(Class<T> kind, String command, Argument arguments) {
    return Arrays.stream(say(command, arguments)).filter(kind::isInstance).map(kind::cast);
  }

  /**
   * Has a command done.
   *
   * @param arguments null for none: for empty ones the library would send a space
   * @return all that was said to it
   * @throws IntegrationException in the category that fits what the server says against it
   */
  Response[] say(String command, Argument arguments) {
    var said = new Response[1][];
    trying(
        command,
        speaking -> {
          said[0] = speaking.command(command, arguments);
          speaking.handleResult(said[0][said[0].length - 1]);
        });
    return said[0];
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
      throw ImapFailures.nonsense(server(), command, e);
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
