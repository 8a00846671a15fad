package dev.patchbay.host.egress;

import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/** The network as the machine offers it: its names, its wires, whom it trusts, and its way out. */
record Network(NameLookup lookup, Wire wire, SSLContext tls, OutboundProxy proxy) {

  static Network real(OutboundProxy proxy) {
    return new Network(
        InetAddress::getAllByName, checked -> checked, SSLContexts.createSystemDefault(), proxy);
  }
}
