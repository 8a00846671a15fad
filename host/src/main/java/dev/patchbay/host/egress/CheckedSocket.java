package dev.patchbay.host.egress;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A socket that resolves and checks the host itself when it is connected, whatever the caller
 * resolved before.
 */
final class CheckedSocket extends WiredSocket {

  private final Sender sender;
  private final EgressGate gate;

  CheckedSocket(Sender sender, EgressGate gate) {
    super(gate.network());
    this.sender = sender;
    this.gate = gate;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress address)) {
      throw new Rejected("The plugin " + sender.plugin() + " may only connect to hosts");
    }
    long start = System.nanoTime();
    try {
      connectChecked(address, timeout);
      sender.origin().departures().left(Exchange.TCP);
      report(address, start, Outcome.connected());
    } catch (Rejected e) {
      report(address, start, Outcome.failed(e));
      throw e;
    } catch (IOException e) {
      report(address, start, Outcome.failed(new Unavailable(String.valueOf(e.getMessage()), e)));
      throw e;
    }
  }

  private void connectChecked(InetSocketAddress address, int timeout) throws IOException {
    int limit = (int) gate.limits().connect().toMillis();
    super.connect(checked(address), timeout > 0 ? Math.min(timeout, limit) : limit);
  }

  private void report(InetSocketAddress address, long start, Outcome outcome) {
    gate.log(
        Exchange.connection(sender, address, Duration.ofNanos(System.nanoTime() - start), outcome));
  }

  private InetSocketAddress checked(InetSocketAddress address) throws IOException {
    String host = address.getHostString().toLowerCase(Locale.ROOT);
    Destination.requireDeclared(host, sender);
    Optional<URI> mapped = gate.hostMap().base(host);
    List<InetSocketAddress> open =
        gate.resolverFor(mapped.isPresent())
            .resolve(
                mapped.map(URI::getHost).orElse(host),
                mapped.map(URI::getPort).orElse(address.getPort()));
    return open.get(0);
  }
}
