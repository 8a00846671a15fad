package dev.patchbay.testkit;

import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/**
 * A way out for everything but HTTP that sends each declared host to a server of the test, whatever
 * port is asked for, as the host map of the Patchbay server does.
 *
 * <p>A host that is not in the map is refused, so that no test reaches a real service. Safe for use
 * by several threads.
 */
public final class TestSockets extends SocketFactory {

  private final Map<String, InetSocketAddress> hosts;
  private final List<String> reached = new CopyOnWriteArrayList<>();

  private TestSockets(Map<String, InetSocketAddress> hosts) {
    this.hosts = Map.copyOf(hosts);
  }

  /**
   * @param hosts declared host to the address that stands for it; an unresolved one stands for a
   *     name that nobody knows
   */
  public static TestSockets to(Map<String, InetSocketAddress> hosts) {
    return new TestSockets(hosts);
  }

  /** Host and port of each connection that the plugin asked for, in their order. */
  public List<String> reached() {
    return List.copyOf(reached);
  }

  @Override
  public Socket createSocket() {
    return new MappedSocket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    var socket = createSocket();
    socket.connect(InetSocketAddress.createUnresolved(host, port));
    return socket;
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return createSocket(host, port);
  }

  private InetSocketAddress mapped(InetSocketAddress asked) {
    reached.add(asked.getHostString() + ":" + asked.getPort());
    var address = hosts.get(asked.getHostString());
    if (address == null) {
      throw new Rejected(
          "The host \"%s\" is not declared; declared are %s"
              .formatted(asked.getHostString(), hosts.keySet()));
    }
    return address;
  }

  private final class MappedSocket extends Socket {

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
      connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
      super.connect(mapped((InetSocketAddress) endpoint), timeout);
    }
  }
}
