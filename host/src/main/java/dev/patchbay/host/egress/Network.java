package dev.patchbay.host.egress;

import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** The network as the machine offers it: its names, its wires, and whom it trusts. */
record Network(NameLookup lookup, Wire wire, SSLContext tls) {

  static Network real() {
    return new Network(
        InetAddress::getAllByName, checked -> checked, SSLContexts.createSystemDefault());
  }
}
