package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A CRM of users whose service spends refresh tokens; what it asks any node may answer. */
final class RotatingCrm {
  private final RotatingGoogle google;
  private final RestClient crm;
  private final String integration;

  private RotatingCrm(RotatingGoogle google, RestClient crm, String integration) {
    this.google = google;
    this.crm = crm;
    this.integration = integration;
  }

  /** Sets an integration up at a server of its own or at one of several nodes. */
  static RotatingCrm setUp(PatchbayServer server, RotatingGoogle google) {
    Answer made =
        server
            .admin()
            .post(
                "/integrations",
                Map.of(
                    "plugin", "google-calendar",
                    "name", "Rotating",
                    "clientId", "client",
                    "clientSecret", "a client's secret"));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new RotatingCrm(google, server.crm(), made.json().path("id").textValue());
  }

  /** Connects an account, or connects it again, and gives the connection's id. */
  String connect(String account) {
    return connect(account, Map.of("integrationId", integration));
  }

  String reconnect(String account, String connection) {
    return connect(account, Map.of("connectionId", connection));
  }

  private String connect(String account, Map<String, Object> wish) {
    Answer made = crm.post("/connect-sessions", wish);
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    JsonNode session = made.json();
    google.consent(session.path("connectUrl").textValue(), account);
    JsonNode ended = crm.get("/connect-sessions/" + session.path("id").textValue()).json();
    assertThat(ended.path("state").textValue()).as(ended.toString()).isEqualTo("CONNECTED");
    return ended.path("connectionId").textValue();
  }

  /** Has the service asked now whether the connection works. */
  Answer check(String connection) {
    return crm.post("/connections/" + connection + "/check", Map.of());
  }

  Answer pull(String connection) {
    return crm.post("/connections/" + connection + "/syncs", Map.of("direction", "pull"));
  }

  String state(String connection) {
    return crm.get("/connections/" + connection).json().path("state").textValue();
  }
}
