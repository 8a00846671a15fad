package dev.patchbay.bench.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.bench.Http;
import dev.patchbay.bench.callers.CallersJar;
import dev.patchbay.bench.callers.CallersPlugin;
import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.measure.CpuWatch;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.ProcessTree;
import dev.patchbay.bench.token.TokenServer;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packed server with connections whose tokens end, and with callers inside that want them. */
public final class RenewingServer implements AutoCloseable {
  private static final String DATABASE = "patchbay";

  private final Postgres postgres;
  private final PatchbayServer server;
  private final Http callers;
  private final CpuWatch watch;
  private int connections;

  private RenewingServer(Postgres postgres, PatchbayServer server, Http callers) {
    this.postgres = postgres;
    this.server = server;
    this.callers = callers;
    this.watch = new CpuWatch(new ProcessTree(server.pid()), postgres.cpu());
  }

  public static RenewingServer start(
      Path distribution,
      Path folder,
      Postgres postgres,
      TokenServer tokens,
      List<String> javaOptions) {
    postgres.create(DATABASE);
    int port = Ports.free();
    List<String> options = new ArrayList<>(javaOptions);
    options.add(CallersJar.commandedAt(port));
    options.add("-Dpatchbay.egress.hosts=" + tokens.hostMap(CallersPlugin.HOST));
    Map<String, String> environment =
        Map.of(
            "PATCHBAY_PLUGINS", CallersJar.in(folder.resolve("plugins")).toString(),
            "PATCHBAY_DB_URL", postgres.url(DATABASE),
            "PATCHBAY_DB_USER", postgres.user(),
            "PATCHBAY_DB_PASSWORD", postgres.user());
    PatchbayServer server = PatchbayServer.start(distribution, folder, options, environment);
    return new RenewingServer(
        postgres, server.awaitReady(), Http.of(URI.create("http://127.0.0.1:" + port)));
  }

  /** Connects so many accounts, and shows each connection to the callers. */
  public void connect(int accounts) {
    Http admin = server.admin();
    Map<String, String> wish =
        Map.of(
            "plugin", CallersPlugin.ID,
            "name", "Callers",
            "clientId", "bench",
            "clientSecret", "a client's secret");
    String integration = admin.post("/api/v1/integrations", wish).path("id").asText();
    Http browser = Http.of(URI.create("http://127.0.0.1"));
    for (connections = 0; connections < accounts; connections++) {
      String connection = connect(admin, browser, integration, "account" + connections);
      admin.post("/api/v1/connections/" + connection + "/check", Map.of());
    }
  }

  private static String connect(Http admin, Http browser, String integration, String account) {
    JsonNode session = admin.post("/api/v1/connect-sessions", Map.of("integrationId", integration));
    URI consent = browser.redirect(URI.create(session.path("connectUrl").asText()));
    browser.redirect(
        URI.create(
            "%s?code=%s&state=%s"
                .formatted(
                    parameter(consent, "redirect_uri"), account, parameter(consent, "state"))));
    JsonNode ended = admin.get("/api/v1/connect-sessions/" + session.path("id").asText());
    if (!ended.hasNonNull("connectionId")) {
      throw new IllegalStateException("The account could not be connected: " + ended);
    }
    return ended.path("connectionId").asText();
  }

  private static String parameter(URI address, String name) {
    for (String pair : address.getRawQuery().split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
      }
    }
    throw new IllegalStateException("There is no " + name + " in " + address);
  }

  /** Has all callers ask for the token of each connection, all of which have ended. */
  public Lap round() {
    postgres.settle();
    watch.start();
    JsonNode outcome = callers.get("/round");
    Lap lap = watch.lap(connections, Duration.ofNanos(outcome.path("nanos").asLong()));
    if (outcome.path("tokens").asInt() != connections) {
      throw new IllegalStateException(
          "%d tokens were to be had: %s".formatted(connections, outcome));
    }
    return lap;
  }

  @Override
  public void close() {
    server.close();
  }
}
