package dev.patchbay.host.egress;

import java.net.InetAddress;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts in private networks that the server's operator opened to plugins, each with its port.
 * Only configuration can add one: an admin of a tenant must not reach the operator's network.
 */
public final class OpenedHosts {

  private final Set<String> pairs;

  private OpenedHosts(Set<String> pairs) {
    this.pairs = pairs;
  }

  /** All private networks stay closed. */
  public static OpenedHosts none() {
    return new OpenedHosts(Set.of());
  }

  /**
   * @param text pairs of host and port, separated by commas
   * @throws IllegalArgumentException if a pair cannot be understood; names it
   */
  public static OpenedHosts parse(String text) {
    return new OpenedHosts(
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(pair -> !pair.isEmpty())
            .map(OpenedHosts::checked)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether a plugin may connect to this address of that host. */
  boolean permit(String host, int port, InetAddress address) {
    return switch (Reach.of(address)) {
      case PUBLIC -> true;
      case PRIVATE -> pairs.contains(host + ":" + port);
      case NEVER -> false;
    };
  }

  private static String checked(String pair) {
    int colon = pair.lastIndexOf(':');
    if (colon < 0
        || !HostPattern.isHost(pair.substring(0, colon))
        || !pair.substring(colon + 1).matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException(
          "patchbay.egress.private-hosts holds \""
              + pair
              + "\"; each entry is a host and a port, such as mail.internal:465");
    }
    return pair;
  }
}
