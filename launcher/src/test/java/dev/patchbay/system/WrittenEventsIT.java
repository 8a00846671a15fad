package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only calendars have, over HTTP: people who are invited, and series. */
@ExtendWith(SharedServer.class)
class WrittenEventsIT {
  private static final String ZONE = "Europe/Zurich";

  @Test
  void should_tell_invitees_of_an_edit_that_asks_for_it_and_of_no_other(PatchbayServer server) {
    String account = "ines@sandbox.example";
    server.sandbox().addAccount(account);
    server
        .sandbox()
        .putEvent(
            account,
            "lunch1",
            Map.of(
                "summary",
                "Lunch",
                "start",
                at("2026-12-01T12:00:00+01:00"),
                "end",
                at("2026-12-01T13:00:00+01:00"),
                "attendees",
                List.of(Map.of("email", "guest@elsewhere.example"))));
    Crm crm = new Crm(server);
    String connection = connection(crm, account);
    String path = path(connection, records(crm, connection).get(0));

    Answer wrong = crm.rest().patch(path + "?notify=everybody", "*", Map.of("title", "x"));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("notify", "must be invitees");
    Answer edited =
        crm.rest().patch(path + "?notify=invitees", "*", Map.of("title", "Lunch with Ada"));
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    JsonNode plan = crm.rest().get("/connections/" + connection + "/push-plans/event").json();
    assertThat(plan.at("/items/0/notifies").asBoolean()).as(plan.toString()).isTrue();
    push(crm, connection);
    assertThat(server.sandbox().notifications(account)).isEqualTo(1);

    crm.rest().patch(path, "*", Map.of("title", "Lunch with Ada and Grace"));
    push(crm, connection);

    assertThat(server.sandbox().event(account, "lunch1").path("summary").asText())
        .isEqualTo("Lunch with Ada and Grace");
    assertThat(server.sandbox().notifications(account)).isEqualTo(1);
  }

  @Test
  void should_change_an_occurrence_and_all_that_follow(PatchbayServer server) {
    String account = "sven@sandbox.example";
    server.sandbox().addAccount(account);
    server
        .sandbox()
        .putEvent(
            account,
            "series1",
            Map.of(
                "summary",
                "Review",
                "start",
                at("2026-12-01T09:00:00+01:00"),
                "end",
                at("2026-12-01T10:00:00+01:00"),
                "recurrence",
                List.of("RRULE:FREQ=WEEKLY;COUNT=6")));
    Crm crm = new Crm(server);
    String connection = connection(crm, account);
    String path = path(connection, records(crm, connection).get(0)) + "/following";
    Map<String, Object> wish =
        Map.of("from", "2026-12-15T09:00:00", "changes", Map.of("title", "Short review"));

    assertThat(crm.rest().post(path, wish).status()).isEqualTo(428);
    assertThat(crm.rest().post(path, "\"0\"", wish).status()).isEqualTo(412);
    Answer between =
        crm.rest().post(path, "*", Map.of("from", "2026-12-16T09:00:00", "changes", Map.of()));
    assertThat(between.status()).isEqualTo(422);
    assertThat(between.body()).contains("2026-12-16T09:00:00 is no occurrence of the series");
    Answer following = crm.rest().post(path, "*", wish);
    assertThat(following.status()).as(following.toString()).isEqualTo(200);
    assertThat(following.json().at("/data/title").asText()).isEqualTo("Short review");
    assertThat(following.json().path("pending").asText()).isEqualTo("waiting");
    push(crm, connection);

    assertThat(records(crm, connection))
        .extracting(record -> record.at("/data/title").asText())
        .containsExactlyInAnyOrder("Review", "Short review");
    assertThat(server.sandbox().event(account, "series1").at("/recurrence/0").asText())
        .contains("UNTIL=20261208");
    assertThat(server.sandbox().events(account, 10)).hasSize(2);
    assertThat(server.sandbox().notifications(account)).isZero();
  }

  private static Map<String, Object> at(String time) {
    return Map.of("dateTime", time, "timeZone", ZONE);
  }

  private static String connection(Crm crm, String account) {
    String connection = crm.connect("google-calendar", account);
    crm.finishedRun(connection);
    return connection;
  }

  private static void push(Crm crm, String connection) {
    JsonNode run = crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
  }

  private static JsonNode records(Crm crm, String connection) {
    return crm.rest().get("/connections/" + connection + "/records/event").json().path("items");
  }

  private static String path(String connection, JsonNode record) {
    return "/connections/" + connection + "/records/event/" + record.path("id").asText();
  }
}
