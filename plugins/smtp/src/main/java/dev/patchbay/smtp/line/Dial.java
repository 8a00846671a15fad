package dev.patchbay.smtp.line;

import dev.patchbay.api.error.IntegrationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/** The way to one server, over the host's sockets, which resolve and check the name themselves. */
public final class Dial {

  private final MailServer server;
  private final Limits limits;
  private final SocketFactory sockets;
  private final PinnedTls tls;
  private final DialFailures failures;

  public Dial(MailServer server, Limits limits, SocketFactory sockets) {
    this.server = server;
    this.limits = limits;
    this.sockets = sockets;
    this.tls = new PinnedTls(server.host());
    this.failures = new DialFailures(server, limits);
  }

  public MailServer server() {
    return server;
  }

  public Limits limits() {
    return limits;
  }

  /** What opens lines, for a library that insists on one. */
  public SocketFactory sockets() {
    return sockets;
  }

  /** What encrypts lines that stand, and opens none. */
  public SSLSocketFactory tls() {
    return tls;
  }

  /** A connected line, encrypted already if the server wants that from the start. */
  public Socket connected() {
    try {
      return opened();
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /** The line, encrypted from here on. */
  public Socket encrypted(Socket line) {
    try {
      return tls.started(line, server.port());
    } catch (IOException e) {
      throw failures.of(e);
    }
  }

  /** Why the line could not be encrypted, if that is what went wrong. */
  public Optional<IntegrationException> tlsFailure(Throwable e) {
    return TlsFailures.within(e).map(cause -> TlsFailures.of(server, cause));
  }

  private Socket opened() throws IOException {
    var socket = sockets.createSocket();
    try {
      socket.connect(
          InetSocketAddress.createUnresolved(server.host(), server.port()),
          millis(limits.connect()));
      socket.setSoTimeout(millis(limits.read()));
      var line = new WriteTimeoutSocket(socket, millis(limits.write()));
      return server.security() == Security.TLS ? tls.started(line, server.port()) : line;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }
}
