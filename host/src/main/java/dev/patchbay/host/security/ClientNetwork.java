package dev.patchbay.host.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * What stands for one guest where guests are counted: an address, but of IPv6 the first 64 bits of
 * it. Whoever has one address of IPv6 has a whole such network, and an address in it to spare for
 * every try.
 */
public final class ClientNetwork {
  private static final int PREFIX_BYTES = 8;

  private ClientNetwork() {}

  /** The network of the address; what is none stands for itself. */
  public static String of(String address) {
    return address.indexOf(':') < 0 ? address : ofLiteral(address);
  }

  private static String ofLiteral(String address) {
    try {
      InetAddress literal = InetAddress.getByName(address.replaceFirst("%.*", ""));
      return literal instanceof Inet6Address ? prefix(literal) : literal.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static String prefix(InetAddress literal) throws UnknownHostException {
    byte[] first = Arrays.copyOf(literal.getAddress(), PREFIX_BYTES);
    return InetAddress.getByAddress(Arrays.copyOf(first, 2 * PREFIX_BYTES)).getHostAddress()
        + "/64";
  }
}
