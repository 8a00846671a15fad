package dev.patchbay.host.egress;

import java.net.InetAddress;

/** Decides whether a connection to an address may be opened. */
@FunctionalInterface
interface AddressRule {

  boolean permits(String host, int port, InetAddress address);
}
