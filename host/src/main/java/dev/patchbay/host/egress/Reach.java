package dev.patchbay.host.egress;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far an address may be reached, after the IANA special-purpose registries (RFC 6890). What is
 * not known to be public is closed: for IPv6 that leaves 2000::/3 without its special blocks, and
 * so no mapped, translated (NAT64), tunnelled (6to4, Teredo) or compatible form of an IPv4 address.
 */
enum Reach {
  /** Open to all plugins. */
  PUBLIC,
  /** Open only where the server's operator opened the host by name. */
  PRIVATE,
  /** Open to nobody: link-local with the clouds' metadata, multicast, reserved, translated. */
  NEVER;

  private static final List<AddressBlock> PRIVATE_BLOCKS =
      blocks(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "::1/128",
          "fc00::/7");
  private static final List<AddressBlock> SPECIAL_BLOCKS =
      blocks(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");
  private static final List<AddressBlock> GLOBAL_BLOCKS = blocks("0.0.0.0/0", "2000::/3");

  static Reach of(InetAddress address) {
    if (anyContains(PRIVATE_BLOCKS, address)) {
      return PRIVATE;
    }
    boolean open = anyContains(GLOBAL_BLOCKS, address) && !anyContains(SPECIAL_BLOCKS, address);
    return open ? PUBLIC : NEVER;
  }

  private static boolean anyContains(List<AddressBlock> blocks, InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }

  private static List<AddressBlock> blocks(String... cidrs) {
    return Stream.of(cidrs).map(AddressBlock::of).toList();
  }
}
