package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the API says to those who may not, and to those who send rubbish. */
@ExtendWith(SharedServer.class)
class ApiRefusalsIT {

  @Test
  void should_ask_for_a_token_when_there_is_none(PatchbayServer server) {
    Answer answer = server.anonymous().get("/connections");

    assertProblem(answer, 401);
    assertThat(answer.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
  }

  @Test
  void should_refuse_a_token_that_was_tampered_with(PatchbayServer server) {
    String[] parts = server.crm().token().split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String expired = claims.replaceAll("\"exp\":\\d+", "\"exp\":1");
    String forged =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(expired.getBytes(StandardCharsets.UTF_8));

    assertProblem(
        RestClient.withToken(server.url(), parts[0] + "." + forged + "." + parts[2])
            .get("/connections"),
        401);
  }

  @Test
  void should_not_know_what_belongs_to_another_tenant(PatchbayServer server) {
    Crm crm = new Crm(server);
    String connection = crm.connect("google-calendar", "ada@sandbox.example");
    String run = crm.finishedRun(connection).path("id").textValue();
    String integration = crm.rest().get("/integrations").json().at("/items/0/id").textValue();
    String record =
        crm.rest()
            .get("/connections/" + connection + "/records/event?limit=1")
            .json()
            .at("/items/0/id")
            .textValue();
    RestClient stranger = stranger(server);

    assertThat(
            List.of(
                "/connections/" + connection,
                "/connections/" + connection + "/collections",
                "/connections/" + connection + "/records/event",
                "/connections/" + connection + "/records/event/" + record,
                "/sync-runs/" + run,
                "/sync-runs/" + run + "/events",
                "/integrations/" + integration))
        .allSatisfy(path -> assertProblem(stranger.get(path), 404));
    assertProblem(
        stranger.post("/connections/" + connection + "/syncs", Map.of("direction", "pull")), 404);
    assertProblem(stranger.post("/connect-sessions", Map.of("integrationId", integration)), 422);
    assertProblem(stranger.delete("/connections/" + connection), 404);
    assertThat(stranger.get("/changes?after=0").json().path("items")).isEmpty();
    assertThat(stranger.get("/connections").json().path("items")).isEmpty();
  }

  @Test
  void should_name_the_field_when_it_is_unknown(PatchbayServer server) {
    Answer answer =
        server
            .admin()
            .post("/integrations", Map.of("plugin", "google-calendar", "name", "x", "colour", 1));

    assertProblem(answer, 400);
    assertThat(answer.body()).contains("colour").doesNotContain("dev.patchbay", "jackson");
  }

  @Test
  void should_name_the_field_when_its_type_is_wrong(PatchbayServer server) {
    Answer answer =
        server.admin().post("/integrations", Map.of("plugin", Map.of("a", 1), "name", "x"));

    assertProblem(answer, 400);
    assertThat(answer.body()).contains("plugin").doesNotContain("java.lang", "jackson");
  }

  @Test
  void should_refuse_a_body_that_is_too_large(PatchbayServer server) {
    Answer answer =
        server.admin().post("/integrations", Map.of("name", "x".repeat(2 * 1024 * 1024)));

    assertProblem(answer, 413);
  }

  @Test
  void should_refuse_what_a_role_may_not(PatchbayServer server) {
    assertProblem(server.crm().post("/tenants", Map.of("name", "mine")), 403);
  }

  private static RestClient stranger(PatchbayServer server) {
    RestClient operator = server.admin();
    String tenant =
        operator.post("/tenants", Map.of("name", "Stranger")).json().path("id").textValue();
    JsonNode key = operator.post("/tenants/" + tenant + "/api-keys", Map.of("name", "k")).json();
    return RestClient.withKey(
        server.url(),
        new Credentials(
            "", "", key.path("clientId").textValue(), key.path("clientSecret").textValue()));
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("type").asText()).startsWith("https://");
    assertThat(answer.json().path("title").asText()).isNotBlank();
    assertThat(answer.json().path("correlationId").asText()).isNotBlank();
  }
}
