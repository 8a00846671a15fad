package dev.patchbay.host.egress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Goes to the checked address and to no other: the JVM's own proxy settings, which any library in
 * the process could change, do not count.
 */
class WiredSocket extends Socket {

  private final Wire wire;

  WiredSocket(Wire wire) {
    super(Proxy.NO_PROXY);
    this.wire = wire;
  }

  @Override
  public void connect(SocketAddress checked, int timeout) throws IOException {
    super.connect(wire.towards((InetSocketAddress) checked), timeout);
  }
}
