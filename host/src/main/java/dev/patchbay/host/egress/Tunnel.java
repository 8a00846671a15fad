package dev.patchbay.host.egress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Opens the way through a proxy on a socket that is connected to it. It reads not one byte more
 * than the proxy's answer, since what follows belongs to the service.
 */
final class Tunnel {

  private static final int LONGEST_ANSWER = 16 * 1024;
  private static final Pattern OPEN = Pattern.compile("HTTP/1\\.[01] 2[0-9]{2}( .*)?");

  private final OutboundProxy proxy;
  private final Socket socket;

  Tunnel(OutboundProxy proxy, Socket socket) {
    this.proxy = proxy;
    this.socket = socket;
  }

  /**
   * @param timeout in milliseconds, for all of it; 0 for none
   */
  void open(InetSocketAddress checked, int timeout) throws IOException {
    int usual = socket.getSoTimeout();
    socket.getOutputStream().write(proxy.connectTo(checked));
    socket.getOutputStream().flush();
    String answer = answer(timeout);
    socket.setSoTimeout(usual);
    String status = answer.lines().findFirst().orElse("");
    if (!OPEN.matcher(status).matches()) {
      throw new ProxyRefused(
          "the proxy " + proxy + " did not let it through: " + printable(status));
    }
  }

  private String answer(int timeout) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
    InputStream in = socket.getInputStream();
    var answer = new ByteArrayOutputStream();
    while (!endsWithBlankLine(answer)) {
      if (timeout > 0) {
        socket.setSoTimeout(left(end));
      }
      int next = in.read();
      if (next < 0 || answer.size() == LONGEST_ANSWER) {
        throw new ProxyRefused("the proxy " + proxy + " gave no answer that can be understood");
      }
      answer.write(next);
    }
    return answer.toString(ISO_8859_1);
  }

  private static int left(long end) throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    if (millis < 1) {
      throw new SocketTimeoutException("The proxy did not answer in time");
    }
    return (int) millis;
  }

  private static boolean endsWithBlankLine(ByteArrayOutputStream answer) {
    return answer.toString(ISO_8859_1).endsWith("\r\n\r\n");
  }

  private static String printable(String text) {
    String shown = text.length() <= 100 ? text : text.substring(0, 100);
    return shown.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
