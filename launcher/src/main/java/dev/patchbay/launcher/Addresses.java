package dev.patchbay.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;

/** Addresses the server listens on, tried out before anything is created. */
final class Addresses {
  static final String LOOPBACK = "127.0.0.1";

  private Addresses() {}

  static URI http(String host, int port) {
    return URI.create("http://" + host + ":" + port);
  }

  static boolean isAny(String bind) {
    return resolve(bind).isAnyLocalAddress();
  }

  static boolean isFree(String bind, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(resolve(bind), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  static void requireFree(String bind, int port) {
    requireOwn(bind);
    if (!isFree(bind, port)) {
      throw new StartupProblem(
          "Port %d on %s is in use or not allowed; stop the other program or choose another --port."
              .formatted(port, bind));
    }
  }

  private static void requireOwn(String bind) {
    if (!isFree(bind, 0)) {
      throw new StartupProblem(
          "--bind %s is no address of this machine; 127.0.0.1 serves this machine, 0.0.0.0 all its networks."
              .formatted(bind));
    }
  }

  private static InetAddress resolve(String bind) {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new StartupProblem(
          "--bind %s is no known address; 127.0.0.1 serves this machine, 0.0.0.0 all its networks."
              .formatted(bind),
          e);
    }
  }
}
