package dev.patchbay.host.egress;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;

/**
 * Goes to the checked address and to no other, through the operator's proxy if there is one. The
 * JVM's own proxy settings, which any library in the process could change, do not count.
 */
class WiredSocket extends Socket {

  private final Network network;

  WiredSocket(Network network) {
    super(Proxy.NO_PROXY);
    this.network = network;
  }

  @Override
  public void connect(SocketAddress checked, int timeout) throws IOException {
    var address = (InetSocketAddress) checked;
    OutboundProxy proxy = network.proxy();
    if (proxy.carries(address.getAddress())) {
      super.connect(network.wire().towards(proxy.address()), timeout);
      new Tunnel(proxy, this).open(address, timeout);
    } else {
      super.connect(network.wire().towards(address), timeout);
    }
  }
}
