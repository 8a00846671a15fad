package dev.patchbay.host.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses in CIDR notation. */
record AddressBlock(InetAddress network, int bits) {

  static AddressBlock of(String cidr) {
    int slash = cidr.indexOf('/');
    try {
      return new AddressBlock(
          InetAddress.getByName(cidr.substring(0, slash)),
          Integer.parseInt(cidr.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("\"" + cidr + "\" is not an address block", e);
    }
  }

  boolean contains(InetAddress address) {
    byte[] wanted = network.getAddress();
    byte[] given = address.getAddress();
    if (given.length != wanted.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((given[bit / 8] & mask) != (wanted[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
