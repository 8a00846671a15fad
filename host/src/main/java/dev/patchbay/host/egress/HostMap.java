package dev.patchbay.host.egress;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sends declared hosts to simulated services on this machine. It leads to loopback only, so that a
 * wrong entry can never hand a credential to a stranger.
 */
public final class HostMap {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.(0|[1-9][0-9]{0,2})){3}|\\[::1]");

  private final Map<String, URI> bases;

  private HostMap(Map<String, URI> bases) {
    this.bases = Map.copyOf(bases);
  }

  /** Every host is itself. */
  public static HostMap none() {
    return new HostMap(Map.of());
  }

  /**
   * @param text entries {@code host=baseUrl}, separated by commas
   * @throws IllegalArgumentException if an entry cannot be understood or leaves this machine; names
   *     it
   */
  public static HostMap parse(String text) {
    var bases = new LinkedHashMap<String, URI>();
    Stream.of(text.split(","))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .forEach(entry -> add(bases, entry));
    return new HostMap(bases);
  }

  /** Whether any host is sent elsewhere; the console then shows a banner. */
  public boolean isActive() {
    return !bases.isEmpty();
  }

  /**
   * Where a browser has to go for this address: the same address, or its place in the simulated
   * service.
   */
  public URI publicAddress(URI address) {
    return rewritten(address).orElse(address);
  }

  Optional<URI> rewritten(URI address) {
    return base(address.getHost()).map(base -> URI.create(base + tail(address)));
  }

  Optional<URI> base(String host) {
    return Optional.ofNullable(host).map(bases::get);
  }

  private static String tail(URI address) {
    return address.getRawPath()
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
        + (address.getRawFragment() == null ? "" : "#" + address.getRawFragment());
  }

  private static void add(Map<String, URI> bases, String entry) {
    int equals = entry.indexOf('=');
    if (equals < 0 || !HostPattern.isHost(entry.substring(0, equals))) {
      throw wrong(entry, "is not host=baseUrl");
    }
    URI base = base(entry, entry.substring(equals + 1));
    if (bases.put(entry.substring(0, equals), base) != null) {
      throw wrong(entry, "names a host that is already mapped");
    }
  }

  private static URI base(String entry, String text) {
    URI base;
    try {
      base = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    } catch (IllegalArgumentException e) {
      throw wrong(entry, "does not lead to an address");
    }
    if (!"http".equals(base.getScheme()) || base.getUserInfo() != null || base.getPort() < 1) {
      throw wrong(entry, "must lead to an address such as http://127.0.0.1:8081/" + base.getHost());
    }
    if (!LOOPBACK.matcher(base.getHost()).matches()) {
      throw wrong(entry, "leaves this machine; only 127.0.0.1, localhost and [::1] are accepted");
    }
    return base;
  }

  private static IllegalArgumentException wrong(String entry, String why) {
    return new IllegalArgumentException(
        "patchbay.egress.hosts: the entry \"" + entry + "\" " + why);
  }
}
