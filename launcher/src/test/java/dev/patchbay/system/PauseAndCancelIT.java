package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A person stops a sync for now or for the time being, and nothing is lost. */
@ExtendWith(SharedServer.class)
class PauseAndCancelIT {
  private static final int EVENTS = 20_000;

  @Test
  void should_end_a_run_in_its_middle_and_bring_the_rest_with_the_next(PatchbayServer server) {
    String account = "cancel@sandbox.example";
    server.sandbox().addAccount(account);
    server.sandbox().generateEvents(account, EVENTS);
    Crm crm = new Crm(server);
    String connection = crm.connect("google-calendar", account);
    Waiting.until(
        () -> crm.latestRun(connection).path("itemsProcessed").asInt() > 0, 2, TimeUnit.MINUTES);
    String run = "/sync-runs/" + crm.latestRun(connection).path("id").asText();

    Answer asked = crm.rest().post(run + "/cancel", Map.of());
    assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
    JsonNode ended = crm.finishedRun(connection);

    assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("CANCELLED");
    assertThat(ended.path("success").asBoolean()).isFalse();
    assertThat(ended.path("itemsProcessed").asInt()).isLessThan(EVENTS);
    assertThat(crm.rest().post(run + "/cancel", Map.of()).status()).isEqualTo(409);
    JsonNode next = crm.pull(connection);
    assertThat(next.path("success").asBoolean()).as(next.toString()).isTrue();
    assertThat(ended.path("created").asInt() + next.path("created").asInt()).isEqualTo(EVENTS);
    assertThat(records(crm, connection)).isEqualTo(EVENTS);
  }

  @Test
  void should_sync_nothing_while_paused_and_at_once_when_resumed(PatchbayServer server) {
    String account = "pause@sandbox.example";
    server.sandbox().addAccount(account);
    Crm crm = new Crm(server);
    String connection = crm.connect("google-calendar", account);
    String before = crm.finishedRun(connection).path("id").asText();
    assertThat(crm.rest().post("/connections/" + connection + "/pause", Map.of()).status())
        .isEqualTo(200);
    server.sandbox().generateEvents(account, 3);

    Answer refused =
        crm.rest().post("/connections/" + connection + "/syncs", Map.of("direction", "pull"));
    assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
    assertThat(crm.latestRun(connection).path("id").asText()).isEqualTo(before);
    assertThat(records(crm, connection)).isZero();

    crm.rest().post("/connections/" + connection + "/resume", Map.of());
    Waiting.until(() -> records(crm, connection) == 3, 1, TimeUnit.MINUTES);
    assertThat(records(crm, connection)).isEqualTo(3);
    assertThat(crm.latestRun(connection).path("id").asText()).isNotEqualTo(before);
  }

  private static int records(Crm crm, String connection) {
    return crm.rest().get("/connections/" + connection).json().at("/records/event").asInt();
  }
}
