package dev.patchbay.host.egress;

import dev.patchbay.api.egress.Egress;
import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import javax.net.SocketFactory;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/**
 * The only door of the server to the outside. Whoever goes out is named by a {@link Sender} and
 * gets a way out that leads to the sender's declared hosts and nowhere else.
 */
@Singleton
public class EgressGate {

  private static final System.Logger LOG = System.getLogger(EgressGate.class.getPackageName());

  private final HostMap hostMap;
  private final Network network;
  private final EgressLimits limits;
  private final ExchangeLog log;
  private final CheckedResolver resolver;
  private final CheckedResolver loopback;
  private final CloseableHttpClient outside;
  private final CloseableHttpClient simulated;
  private final Deadlines deadlines = new Deadlines();

  @Inject
  public EgressGate(HostMap hostMap, OpenedHosts opened, OutboundProxy proxy, ExchangeLog log) {
    this(
        hostMap,
        opened,
        Network.real(proxy),
        EgressLimits.usual(),
        exchange -> {
          LOG.log(Level.DEBUG, exchange);
          log.add(exchange);
        });
  }

  EgressGate(
      HostMap hostMap, OpenedHosts opened, Network network, EgressLimits limits, ExchangeLog log) {
    this.hostMap = hostMap;
    this.network = network;
    this.limits = limits;
    this.log = log;
    resolver = new CheckedResolver(network.lookup(), opened::permit);
    loopback =
        new CheckedResolver(network.lookup(), (host, port, address) -> address.isLoopbackAddress());
    outside = Engine.start(resolver, network, limits);
    simulated = Engine.start(loopback, network, limits);
  }

  /** The sender's way out for HTTP. */
  public Egress http(Sender sender) {
    return new CheckedEgress(sender, this);
  }

  /** The sender's way out for everything else, with the same checks. */
  public SocketFactory sockets(Sender sender) {
    return new CheckedSockets(sender, this);
  }

  HostMap hostMap() {
    return hostMap;
  }

  EgressLimits limits() {
    return limits;
  }

  Network network() {
    return network;
  }

  CheckedResolver resolverFor(boolean mapped) {
    return mapped ? loopback : resolver;
  }

  CloseableHttpClient engineFor(Destination destination) {
    return destination.isMapped() ? simulated : outside;
  }

  void log(Exchange exchange) {
    log.add(exchange);
  }

  ExchangeWatch watch(Sender sender, HttpUriRequestBase request, Destination destination) {
    return new ExchangeWatch(sender, request, destination.declared(), deadlines, log);
  }

  /** Makes a wrong host map refuse the server's start instead of the first exchange. */
  void standReady(@Observes HostStarted started) {
    if (hostMap.isActive()) {
      LOG.log(Level.WARNING, "Some hosts are sent to simulated services (patchbay.egress.hosts)");
    }
  }

  @PreDestroy
  void close() {
    deadlines.close();
    try {
      outside.close();
      simulated.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
