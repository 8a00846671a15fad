package dev.patchbay.bench.product;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.bench.Http;
import dev.patchbay.bench.provider.Provider;
import java.net.URI;
import java.util.Map;

/** What a CRM asks of the server: connect an account, and pull it. */
public final class Crm {
  private final Http server;
  private final Provider provider;
  private final String integration;
  private int accounts;

  private Crm(Http server, Provider provider, String integration) {
    this.server = server;
    this.provider = provider;
    this.integration = integration;
  }

  public static Crm at(PatchbayServer patchbay, Provider provider) {
    Http server = patchbay.admin();
    JsonNode integration = server.post("/api/v1/integrations", provider.integration());
    return new Crm(server, provider, integration.path("id").asText());
  }

  /** Connects an account that was not there before; its first pull begins by itself. */
  public String connect() {
    return connect("bench" + ++accounts + "@sandbox.example");
  }

  /** Connects an account whose calendar fails at every request. */
  String connectInTrouble() {
    return connect(Provider.IN_TROUBLE + ++accounts + "@sandbox.example");
  }

  void disconnect(String connection) {
    server.delete("/api/v1/connections/" + connection);
  }

  private String connect(String account) {
    Http google = provider.signIn();
    google.post("/control/google/accounts", Map.of("email", account, "seed", false));
    JsonNode session =
        server.post("/api/v1/connect-sessions", Map.of("integrationId", integration));
    Http browser = Http.of(URI.create("http://127.0.0.1"));
    URI authorize = browser.redirect(URI.create(session.path("connectUrl").asText()));
    JsonNode consent =
        google.post(
            "/control/google/authorizations",
            Map.of("url", authorize.toString(), "account", account));
    browser.redirect(URI.create(consent.path("redirect").asText()));
    JsonNode ended = server.get("/api/v1/connect-sessions/" + session.path("id").asText());
    if (!ended.hasNonNull("connectionId")) {
      throw new IllegalStateException("The account could not be connected: " + ended);
    }
    return ended.path("connectionId").asText();
  }

  /** Asks for a pull; of what changed, or of everything again. */
  public void pull(String connection, PullWish wish) {
    server.post("/api/v1/connections/" + connection + "/syncs", wish.body());
  }

  /** What a CRM may ask of a pull. */
  public enum PullWish {
    CHANGES,
    EVERYTHING;

    Map<String, Object> body() {
      return Map.of("direction", "pull", "full", this == EVERYTHING);
    }
  }
}
