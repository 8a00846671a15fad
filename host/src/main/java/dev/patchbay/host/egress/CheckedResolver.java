package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves a name once, and hands out only addresses that it checked: the client connects to those
 * and asks nobody else, so that a name which changes between check and use gains nothing.
 */
final class CheckedResolver implements DnsResolver {

  private final NameLookup lookup;
  private final AddressRule rule;

  CheckedResolver(NameLookup lookup, AddressRule rule) {
    this.lookup = lookup;
    this.rule = rule;
  }

  @Override
  public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
    return Stream.of(lookup.addresses(host)).map(address -> checked(host, port, address)).toList();
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return resolve(host, 0).stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new);
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetSocketAddress checked(String host, int port, InetAddress address) {
    if (!rule.permits(host, port, address)) {
      throw new Rejected(
          "The host "
              + host
              + " has the address "
              + address.getHostAddress()
              + ", which is closed to plugins. A host in a private network is opened with"
              + " patchbay.egress.private-hosts in the server's configuration.");
    }
    return new InetSocketAddress(address, port);
  }
}
