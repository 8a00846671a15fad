package dev.patchbay.host.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What an attack wants to reach. All wires of this network end at one listener, so that a
 * connection to any address in the world is a real one, is counted, and is heard out.
 */
final class Inside implements AutoCloseable {

  static final String CREDENTIAL = "the-credential-of-con_1";
  private static final int TLS = 0x16;
  private static final String END = "\r\n\r\n";

  private final List<InetSocketAddress> reached = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final RawService listener;
  private int probes;

  Inside() throws IOException {
    listener = RawService.start(this::hear);
  }

  int port() {
    return listener.port();
  }

  Wire wire() {
    return checked -> {
      reached.add(checked);
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), listener.port());
    };
  }

  /** Fails with the words that the mutation run looks for. */
  void assertUntouched() throws IOException {
    waitForAllThatConnected();
    long connects = Math.max(listener.connects() - probes, reached.size());
    long credentials = heard.stream().filter(text -> text.contains(CREDENTIAL)).count();
    if (connects > 0) {
      throw new AssertionError(
          "let through: %d connects %s, %d with the credential"
              .formatted(connects, reached, credentials));
    }
  }

  /** Connections are accepted in their order: when this one is served, the others were counted. */
  private void waitForAllThatConnected() throws IOException {
    probes++;
    try (var probe = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
      RawService.write(probe, "PROBE" + END);
      probe.getInputStream().readAllBytes();
    }
  }

  private void hear(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int first = in.read();
    if (first == TLS || first < 0) {
      return;
    }
    heard.add((char) first + RawService.readRequest(socket));
    RawService.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close" + END);
    RawService.write(socket, "inside");
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
