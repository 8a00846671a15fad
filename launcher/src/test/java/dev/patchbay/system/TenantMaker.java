package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes tenants with people and programs in them, as the server's operator does. */
final class TenantMaker {
  private static final String PASSWORD = "a password of the wall";

  private final PatchbayServer server;

  TenantMaker(PatchbayServer server) {
    this.server = server;
  }

  String tenant(String name) {
    String unique = name + " " + System.nanoTime();
    Answer made = server.admin().post("/tenants", Map.of("name", unique));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return made.json().path("id").textValue();
  }

  Caller user(String tenant, String role) {
    String name = role + " of " + tenant;
    Answer made =
        server
            .admin()
            .post(
                "/tenants/" + tenant + "/users",
                Map.of("name", name, "password", PASSWORD, "roles", List.of(role)));
    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    return new Caller(
        name,
        RestClient.signedIn(server.url(), new Credentials(name, PASSWORD, "", "")),
        Set.of(role));
  }

  Caller program(String tenant, Set<String> scopes) {
    Map<String, Object> wish = Map.of("name", "wall", "scopes", scopes);
    JsonNode key = server.admin().post("/tenants/" + tenant + "/api-keys", wish).json();
    return new Caller(
        "crm of " + tenant,
        RestClient.withKey(
            server.url(),
            new Credentials(
                "", "", key.path("clientId").textValue(), key.path("clientSecret").textValue())),
        Set.of("crm"));
  }
}
