package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** What a CRM does with a server: connects accounts, waits for runs, follows the changes. */
public final class Crm {
  private static final long RUN_MINUTES = 10;

  private final Supplier<RestClient> signIn;
  private final Supplier<SandboxClient> sandbox;
  private RestClient client;

  Crm(PatchbayServer server) {
    this(server::crm, server::sandbox);
  }

  Crm(Supplier<RestClient> signIn, Supplier<SandboxClient> sandbox) {
    this.signIn = signIn;
    this.sandbox = sandbox;
    this.client = signIn.get();
  }

  /** A server that was started again wants a new token after a while; simply ask for one. */
  void signInAgain() {
    client = signIn.get();
  }

  RestClient rest() {
    return client;
  }

  /** Connects an account of the simulated Google through the integration of this plugin. */
  String connect(String plugin, String account) {
    return connect(account, Map.of("integrationId", integration(plugin)));
  }

  /** The same for a person of the tenant. */
  String connectFor(String endUser, String plugin, String account) {
    return connect(
        account, Map.of("integrationId", integration(plugin), "endUser", Map.of("id", endUser)));
  }

  private String connect(String account, Map<String, Object> wish) {
    JsonNode session = client.post("/connect-sessions", wish).json();
    sandbox.get().consent(session.path("connectUrl").textValue(), account);
    return connected(session);
  }

  private String connected(JsonNode session) {
    JsonNode ended = client.get("/connect-sessions/" + session.path("id").textValue()).json();
    assertThat(ended.path("state").textValue()).as(ended.toString()).isEqualTo("CONNECTED");
    return ended.path("connectionId").textValue();
  }

  /** Connects an account with what a person types into the form of this plugin. */
  String connectByForm(PatchbayServer server, String plugin, Map<String, Object> typed) {
    JsonNode session =
        client.post("/connect-sessions", Map.of("integrationId", integration(plugin))).json();
    FormBrowser.open(server.url(), session.path("connectUrl").textValue()).send(typed);
    return connected(session);
  }

  String integration(String plugin) {
    for (JsonNode integration : client.get("/integrations").json().path("items")) {
      if (integration.path("plugin").textValue().equals(plugin)) {
        return integration.path("id").textValue();
      }
    }
    throw new AssertionError("No integration of " + plugin);
  }

  JsonNode latestRun(String connection) {
    return client.get("/sync-runs?limit=1&connection=" + connection).json().path("items").path(0);
  }

  /** Waits until no run of the connection is on its way, and gives the latest. */
  JsonNode finishedRun(String connection) {
    return finished(() -> latestRun(connection));
  }

  private static JsonNode finished(Supplier<JsonNode> look) {
    AtomicReference<JsonNode> run = new AtomicReference<>();
    Waiting.until(
        () -> {
          run.set(look.get());
          return run.get().has("finishedAt");
        },
        RUN_MINUTES,
        TimeUnit.MINUTES);
    assertThat(run.get().has("finishedAt")).as(run.toString()).isTrue();
    return run.get();
  }

  JsonNode pull(String connection) {
    return sync(connection, Map.of("direction", "pull"));
  }

  /** A pull that lists everything again instead of only what changed. */
  JsonNode pullEverything(String connection) {
    return sync(connection, Map.of("direction", "pull", "full", true));
  }

  JsonNode sync(String connection, Map<String, Object> wish) {
    Answer started = client.post("/connections/" + connection + "/syncs", wish);
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    String run = "/sync-runs/" + started.json().path("id").textValue();
    return finished(() -> client.get(run).json());
  }

  /** Everything in the feed after a place, page by page. */
  List<JsonNode> changesAfter(String place) {
    var changes = new ArrayList<JsonNode>();
    JsonNode page;
    do {
      page = client.get("/changes?limit=500&after=" + place).json();
      page.path("items").forEach(changes::add);
      place = page.path("next").asText();
    } while (page.path("more").booleanValue());
    return changes;
  }
}
