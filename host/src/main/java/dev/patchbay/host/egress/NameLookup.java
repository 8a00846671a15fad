package dev.patchbay.host.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How names become addresses; the system's way, or a test's. */
@FunctionalInterface
public interface NameLookup {

  InetAddress[] addresses(String host) throws UnknownHostException;
}
