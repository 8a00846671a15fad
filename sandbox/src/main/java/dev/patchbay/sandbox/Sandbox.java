package dev.patchbay.sandbox;

import dev.patchbay.sandbox.server.SandboxServer;
import dev.patchbay.sandbox.state.State;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The simulated providers on 127.0.0.1, those of the web behind one HTTP port, for tests and for
 * {@code --sandbox}: the whole product can be tried with no account anywhere. Safe for use by many
 * threads.
 */
public final class Sandbox implements AutoCloseable {
  private final State state;
  private final List<SimulatedProvider> providers;
  private final SandboxServer server;

  private Sandbox(State state, int port, Clock clock) {
    this.state = state;
    this.providers = Providers.all(state, clock);
    state.settled();
    this.server = started(port, clock);
  }

  private SandboxServer started(int port, Clock clock) {
    try {
      return new SandboxServer(providers, port, clock);
    } catch (RuntimeException e) {
      providers.forEach(SimulatedProvider::close);
      throw e;
    }
  }

  /**
   * Starts with the system's clock.
   *
   * @param stateFolder where everything survives a restart, a killed process included; null keeps
   *     it in memory only
   * @param port the port on 127.0.0.1; 0 takes any free one
   */
  public static Sandbox start(Path stateFolder, int port) {
    return start(stateFolder, port, Clock.systemUTC());
  }

  /** Starts with another clock, so that tests decide when tokens expire and what is today. */
  public static Sandbox start(Path stateFolder, int port, Clock clock) {
    State state = stateFolder == null ? State.forgetful() : State.in(stateFolder);
    try {
      return new Sandbox(state, port, clock);
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  /** Each simulated host with the address that stands for it. */
  public Map<String, URI> hosts() {
    URI web = URI.create("http://127.0.0.1:" + port());
    Map<String, URI> hosts = new LinkedHashMap<>();
    for (SimulatedProvider provider : providers) {
      for (String host : provider.hosts()) {
        hosts.put(host, provider.base(host, web));
      }
    }
    return hosts;
  }

  /**
   * Bodies for {@code POST /api/v1/integrations}, so that the product knows no provider by name.
   */
  public List<Map<String, Object>> integrations() {
    return providers.stream().flatMap(provider -> provider.integrations().stream()).toList();
  }

  @Override
  public void close() {
    server.close();
    providers.forEach(SimulatedProvider::close);
    state.close();
  }

  /** Runs until it is stopped: {@code --port <number>} and {@code --state <folder>}. */
  public static void main(String[] arguments) {
    CommandLine line = CommandLine.parse(arguments);
    Sandbox sandbox = start(line.stateFolder().orElse(null), line.port());
    Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
    System.out.println("Sandbox at http://127.0.0.1:" + sandbox.port() + "/");
  }
}
