package dev.patchbay.launcher;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/** Tells the nodes of one database apart; the port is in it for two nodes on one machine. */
final class NodeName {
  private NodeName() {}

  static String of(Map<String, String> environment, int port) {
    String given = environment.getOrDefault("PATCHBAY_NODE", "");
    return given.isBlank() ? hostName() + "-" + port : given;
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "node";
    }
  }
}
