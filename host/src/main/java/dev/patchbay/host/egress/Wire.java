package dev.patchbay.host.egress;

import java.net.InetSocketAddress;

/** Where the connection to a checked address really goes: there, or to a test that listens. */
@FunctionalInterface
interface Wire {

  InetSocketAddress towards(InetSocketAddress checked);
}
