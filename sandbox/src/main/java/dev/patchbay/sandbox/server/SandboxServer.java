package dev.patchbay.sandbox.server;

import dev.patchbay.sandbox.SimulatedProvider;
import dev.patchbay.sandbox.fault.Faults;
import dev.patchbay.sandbox.http.Routes;
import dev.patchbay.sandbox.page.HomePage;
import dev.patchbay.sandbox.page.Page;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.handlers.BlockingHandler;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One HTTP port on the loopback address, shared by all simulated hosts. */
public final class SandboxServer implements AutoCloseable {
  private static final long LARGEST_REQUEST = 16L << 20;

  /** Many, because a hanging or dripping fault holds one for as long as it lasts. */
  private static final int WORKERS = 64;

  private final CountDownLatch closing = new CountDownLatch(1);
  private final Undertow undertow;

  public SandboxServer(List<SimulatedProvider> providers, int port, Clock clock) {
    Faults faults = new Faults();
    RequestLog log = new RequestLog(clock);
    Routes routes = new Routes();
    Page.declare(routes);
    HomePage.declare(routes, providers);
    new SandboxControl(providers, faults, log).declare(routes);
    providers.forEach(provider -> provider.declare(routes));
    undertow =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST_REQUEST)
            .setWorkerThreads(WORKERS)
            .setHandler(
                new BlockingHandler(
                    new SameSite(new Gateway(routes, providers, faults, log, closing))))
            .build();
    undertow.start();
  }

  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void close() {
    closing.countDown();
    undertow.stop();
  }
}
