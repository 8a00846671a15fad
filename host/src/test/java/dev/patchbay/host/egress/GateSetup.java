package dev.patchbay.host.egress;

import dev.patchbay.api.egress.Egress;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/** A gate as a test needs it; what is not said is as in the server, but with short times. */
final class GateSetup implements AutoCloseable {

  static final String HOST = "api.service.test";

  HostMap map = HostMap.none();
  OpenedHosts opened = OpenedHosts.none();
  NameLookup lookup = InetAddress::getAllByName;
  SSLContext tls = usualTls();
  EgressLimits limits =
      new EgressLimits(
          Duration.ofSeconds(2), Duration.ofMillis(400), Duration.ofMillis(800), 1000, 1000, 4);
  final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
  private EgressGate gate;

  static GateSetup mappedTo(int port) {
    var setup = new GateSetup();
    setup.map = HostMap.parse(HOST + "=http://127.0.0.1:" + port + "/" + HOST);
    return setup;
  }

  EgressGate gate() {
    if (gate == null) {
      gate = new EgressGate(map, opened, lookup, tls, limits, exchanges::add);
    }
    return gate;
  }

  Egress egress(String... hosts) {
    return gate().http(Sender.plugin("sample", List.of(hosts)).connection("con_1", List.of()));
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
