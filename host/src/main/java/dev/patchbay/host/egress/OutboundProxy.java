package dev.patchbay.host.egress;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Optional;

/**
 * The HTTP proxy through which the operator's network lets servers out. It carries connections to
 * public addresses; what is on this machine or was opened by name is reached without it. It is told
 * the address that was checked, never the name: its own look at the name could find another.
 */
public final class OutboundProxy {

  private static final String FORM =
      "The outbound proxy (--proxy, patchbay.egress.proxy) must be http://host:port or"
          + " http://user:password@host:port";

  private final Optional<URI> place;

  private OutboundProxy(Optional<URI> place) {
    this.place = place;
  }

  /** The server is let out directly. */
  public static OutboundProxy none() {
    return new OutboundProxy(Optional.empty());
  }

  /**
   * @param text {@code http://host:port}, with {@code user:password@} where the proxy wants it;
   *     empty for none
   * @throws IllegalArgumentException if it is something else; does not repeat it, since it may hold
   *     a password
   */
  public static OutboundProxy parse(String text) {
    if (text.isBlank()) {
      return none();
    }
    URI place = uri(text.strip());
    boolean bare = place.getRawPath() == null || place.getRawPath().matches("/?");
    if (!"http".equals(place.getScheme())
        || place.getHost() == null
        || place.getPort() < 1
        || place.getPort() > 0xFFFF
        || !bare
        || place.getRawQuery() != null
        || place.getRawFragment() != null) {
      throw new IllegalArgumentException(FORM);
    }
    return new OutboundProxy(Optional.of(place));
  }

  boolean carries(InetAddress address) {
    return place.isPresent() && Reach.of(address) == Reach.PUBLIC;
  }

  /** Where it is; the operator says so, hence nothing is checked. */
  InetSocketAddress address() {
    return new InetSocketAddress(host(), place.orElseThrow().getPort());
  }

  /** The head of the request that opens a tunnel to a checked address. */
  byte[] connectTo(InetSocketAddress checked) {
    String address = checked.getAddress().getHostAddress();
    String authority =
        (address.contains(":") ? "[" + address + "]" : address) + ":" + checked.getPort();
    String head = "CONNECT %s HTTP/1.1\r\nHost: %s\r\n%s\r\n";
    return head.formatted(authority, authority, authorization()).getBytes(ISO_8859_1);
  }

  private String authorization() {
    String user = place.orElseThrow().getUserInfo();
    return user == null
        ? ""
        : "Proxy-Authorization: Basic "
            + Base64.getEncoder().encodeToString(user.getBytes(UTF_8))
            + "\r\n";
  }

  private String host() {
    return place.orElseThrow().getHost();
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(FORM);
    }
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return place.map(uri -> host() + ":" + uri.getPort()).orElse("none");
  }
}
