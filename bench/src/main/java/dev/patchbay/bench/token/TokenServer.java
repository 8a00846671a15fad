package dev.patchbay.bench.token;

import dev.patchbay.bench.ChildProcess;
import dev.patchbay.bench.Http;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The token server as the benchmark handles it. */
public final class TokenServer implements AutoCloseable {
  /** How long its tokens are good. */
  public static final Duration LIFETIME = Duration.ofSeconds(TokenProcess.LIFETIME);

  private final ChildProcess process;
  private final URI address;

  private TokenServer(ChildProcess process) {
    this.process = process;
    this.address = URI.create("http://127.0.0.1:" + process.answer());
  }

  /** Starts it in a process of its own. */
  public static TokenServer start(Path log) {
    return new TokenServer(
        ChildProcess.start(TokenProcess.class, log, List.of("-XX:+UseSerialGC", "-Xmx128m")));
  }

  /** Where it is asked. */
  public URI address() {
    return address;
  }

  /** The host map of the server under test. */
  public String hostMap(String host) {
    return host + "=" + address;
  }

  /** How many tokens were renewed since it began. */
  public long renewals() {
    return Http.of(address).get("/control").path("renewals").asLong();
  }

  /** How many refresh tokens came a second time. */
  public long reused() {
    return Http.of(address).get("/control").path("reused").asLong();
  }

  @Override
  public void close() {
    process.close();
  }
}
