package dev.patchbay.smtp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/** Reaches the server through the host's sockets, which resolve and check the name themselves. */
final class Dial {

  private final SocketFactory sockets;
  private final Limits limits;

  Dial(SocketFactory sockets, Limits limits) {
    this.sockets = sockets;
    this.limits = limits;
  }

  /** A connected line, encrypted already if the server wants that from the start. */
  Socket to(MailServer server, PinnedTls tls) throws IOException {
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
