package dev.patchbay.host.egress;

import dev.patchbay.api.egress.Egress;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A gate as a test needs it; what is not said is as in the server, but with small sizes. */
final class GateSetup implements AutoCloseable {

  static final String HOST = "api.service.test";

  HostMap map = HostMap.none();
  OpenedHosts opened = OpenedHosts.none();
  OutboundProxy proxy = OutboundProxy.none();
  NameLookup lookup = InetAddress::getAllByName;
  Wire wire = checked -> checked;
  SSLContext tls = usualTls();
  EgressLimits limits =
      new EgressLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(20), 1000, 1000, 4);
  final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private EgressGate gate;

  static GateSetup mappedTo(int port) {
    var setup = new GateSetup();
    setup.map = HostMap.parse(HOST + "=http://127.0.0.1:" + port + "/" + HOST);
    return setup;
  }

  /** For services that let their clients wait. */
  GateSetup hurried() {
    limits =
        new EgressLimits(
            Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(600), 1000, 1000, 4);
    return this;
  }

  EgressGate gate() {
    if (gate == null) {
      gate =
          new EgressGate(
              map,
              opened,
              new Network(host -> lookup.addresses(host), wire, tls, proxy),
              limits,
              exchanges::add);
    }
    return gate;
  }

  Egress egress(String... hosts) {
    return gate().http(sender(hosts));
  }

  Sender sender(String... hosts) {
    return Sender.plugin("sample", List.of(hosts)).connection("con_1", List.of());
  }

  private static SSLContext usualTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (gate != null) {
      gate.close();
    }
  }
}
