package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An edit of the CRM reaches the calendar, with nothing but HTTP as a CRM developer would use it.
 */
@ExtendWith(SharedServer.class)
class TwoWaySyncIT {
  private static final Map<String, Object> LUNCH =
      Map.of(
          "summary", "Lunch",
          "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00", "timeZone", "Europe/Zurich"),
          "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00", "timeZone", "Europe/Zurich"),
          "gadget", Map.of("title", "something that no standard knows"),
          "attendees", List.of(Map.of("email", "guest@elsewhere.example")));

  @Test
  void should_carry_an_edit_to_the_calendar_and_then_have_nothing_to_do(PatchbayServer server) {
    String account = "edith@sandbox.example";
    Crm crm = connected(server, account);
    String connection = connection(crm, account);
    JsonNode record = only(crm, connection);
    String path = path(connection, record);

    assertThat(crm.rest().patch(path, Map.of("title", "x")).status()).isEqualTo(428);
    Answer stale = crm.rest().patch(path, "\"0\"", Map.of("title", "x"));
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.json().at("/current/data/title").asText()).isEqualTo("Lunch");
    Answer unwritable = crm.rest().patch(path, "*", Map.of("created", "x", "sequence", 7));
    assertThat(unwritable.status()).isEqualTo(422);
    assertThat(unwritable.json().path("errors")).hasSize(2);

    String tag = crm.rest().get(path).header("ETag").orElseThrow();
    Answer edited = crm.rest().patch(path, tag, Map.of("title", "Lunch with Ada"));
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
    assertThat(edited.json().path("pending").asText()).isEqualTo("waiting");
    assertThat(edited.header("ETag").orElseThrow()).isNotEqualTo(tag);

    JsonNode held = crm.sync(connection, Map.of("direction", "both"));
    assertThat(held.path("state").asText()).isEqualTo("AWAITING_CONFIRMATION");
    assertThat(held.path("success").asBoolean()).isFalse();
    assertThat(title(server, account)).isEqualTo("Lunch");

    JsonNode plan =
        crm.rest()
            .post(
                "/connections/" + connection + "/syncs",
                Map.of("direction", "push", "dryRun", true))
            .json();
    assertThat(plan.at("/items/0/fields/0").asText()).isEqualTo("title");
    assertThat(plan.path("hash")).isEqualTo(held.path("awaitedPlan"));

    JsonNode run =
        crm.sync(connection, Map.of("direction", "both", "confirm", plan.path("hash").asText()));
    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(run.at("/sent/updated").asInt()).isEqualTo(1);
    JsonNode event = server.sandbox().event(account, "lunch1");
    assertThat(event.path("summary").asText()).isEqualTo("Lunch with Ada");
    assertThat(event.at("/gadget/title").asText()).isEqualTo("something that no standard knows");
    assertThat(crm.rest().get(path).json().has("pending")).isFalse();

    String place = end(crm);
    JsonNode idle = crm.sync(connection, Map.of("direction", "both"));
    assertThat(idle.path("updated").asInt()).as("an echo is no change: %s", idle).isZero();
    JsonNode full = crm.sync(connection, Map.of("direction", "both", "full", true));
    assertThat(full.path("unchanged").asInt()).as(full.toString()).isEqualTo(1);
    assertThat(full.at("/sent/updated").asInt()).isZero();
    assertThat(crm.changesAfter(place)).isEmpty();
    assertThat(server.sandbox().event(account, "lunch1").path("etag"))
        .isEqualTo(event.path("etag"));
    assertThat(server.sandbox().notifications(account)).isZero();
  }

  @Test
  void should_make_and_delete_events_once_when_the_crm_says_so(PatchbayServer server) {
    String account = "carl@sandbox.example";
    Crm crm = connected(server, account);
    String connection = connection(crm, account);
    String records = "/connections/" + connection + "/records/event";
    Map<String, Object> dinner =
        Map.of(
            "crmId",
            "deal-7",
            "data",
            Map.of(
                "title", "Dinner",
                "start", "2026-12-02T19:00:00",
                "timeZone", "Europe/Zurich",
                "duration", "PT2H"));

    JsonNode made = crm.rest().post(records, Map.of("records", List.of(dinner))).json();
    JsonNode again = crm.rest().post(records, Map.of("records", List.of(dinner))).json();
    assertThat(again.at("/items/0/id")).isEqualTo(made.at("/items/0/id"));
    crm.sync(connection, Map.of("direction", "both", "confirm", "*"));

    assertThat(server.sandbox().events(account, 10)).hasSize(2);
    String path = records + "/" + made.at("/items/0/id").asText();
    JsonNode record = crm.rest().get(path).json();
    assertThat(record.path("crmId").asText()).isEqualTo("deal-7");
    assertThat(server.sandbox().event(account, record.path("externalId").asText()).path("summary"))
        .hasToString("\"Dinner\"");

    Answer deleted = crm.rest().delete(path, "*");
    assertThat(deleted.json().path("deleted").asBoolean()).as(deleted.toString()).isTrue();
    JsonNode run = crm.sync(connection, Map.of("direction", "both"));

    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(server.sandbox().events(account, 10)).hasSize(1);
    assertThat(server.sandbox().notifications(account)).isZero();
  }

  @Test
  void should_move_an_event_to_the_calendar_that_the_crm_names(PatchbayServer server) {
    String account = "mona@sandbox.example";
    Crm crm = connected(server, account);
    server.sandbox().addCalendar(account, "team-" + account);
    String connection = connection(crm, account);
    JsonNode record = only(crm, connection);
    String place = path(connection, record) + "/collection";
    String team = otherCollection(crm, connection, record.path("collection").asText());

    assertThat(crm.rest().put(place, Map.of("collection", team)).status()).isEqualTo(428);
    assertThat(crm.rest().put(place, "\"0\"", Map.of("collection", team)).status()).isEqualTo(412);
    Answer nowhere = crm.rest().put(place, "*", Map.of("collection", "col_nowhere"));
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.body()).contains("col_nowhere is none");
    Answer moved = crm.rest().put(place, "*", Map.of("collection", team));
    assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
    assertThat(moved.json().path("pending").asText()).isEqualTo("waiting");
    assertThat(crm.rest().put(place, "*", Map.of("collection", team)).body())
        .as("said again")
        .isEqualTo(moved.body());
    JsonNode run = crm.sync(connection, Map.of("direction", "both", "confirm", "*"));

    assertThat(run.path("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    assertThat(server.sandbox().events(account, 10)).isEmpty();
    assertThat(server.sandbox().calendar(account, "team-" + account).at("/items/0/id").asText())
        .isEqualTo("lunch1");
    assertThat(only(crm, connection).path("id")).isEqualTo(record.path("id"));
    assertThat(only(crm, connection).path("collection").asText()).isEqualTo(team);
    assertThat(server.sandbox().notifications(account)).isZero();
  }

  private static String otherCollection(Crm crm, String connection, String first) {
    return crm
        .rest()
        .get("/connections/" + connection + "/collections?type=event")
        .json()
        .path("items")
        .findValuesAsText("id")
        .stream()
        .filter(id -> !id.equals(first))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void should_let_a_person_decide_what_no_rule_can(PatchbayServer server) {
    String account = "dora@sandbox.example";
    Crm crm = connected(server, account);
    String connection = connection(crm, account);
    String connected = "/connections/" + connection;
    RestClient admin = server.admin();
    assertThat(admin.put(connected + "/sync-settings/event", Map.of("policy", "ask")).status())
        .isEqualTo(200);
    crm.rest().patch(path(connection, only(crm, connection)), "*", Map.of("title", "Ours"));
    server.sandbox().changeEvent(account, "lunch1", Map.of("summary", "Theirs"));
    crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
    assertThat(title(server, account)).isEqualTo("Theirs");

    JsonNode conflict = admin.get(connected + "/conflicts").json().at("/items/0");
    Answer decided =
        admin.post(
            connected + "/conflicts/" + conflict.path("id").asText() + "/resolve",
            Map.of("winner", "crm"));
    assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
    crm.sync(connection, Map.of("direction", "both", "confirm", "*"));

    assertThat(title(server, account)).isEqualTo("Ours");
    assertThat(admin.get(connected + "/conflicts").json().path("items")).isEmpty();
    assertThat(
            admin
                .get(
                    "/audit-events?action=conflict.resolved&target=" + conflict.path("id").asText())
                .json()
                .path("items"))
        .hasSize(1);
  }

  @Test
  void should_give_a_refused_edit_up_or_send_it_again_when_a_person_says_so(PatchbayServer server) {
    String account = "rhea@sandbox.example";
    Crm crm = connected(server, account);
    String connection = connection(crm, account);
    String quarantine = "/connections/" + connection + "/quarantine";
    JsonNode record = only(crm, connection);
    for (String way : List.of("retry", "give up")) {
      crm.rest().patch(path(connection, record), "*", Map.of("title", "Lunch, " + way));
      server
          .sandbox()
          .strike(
              Map.of(
                  "fault",
                  "status",
                  "status",
                  423,
                  "method",
                  "PATCH",
                  "path",
                  "**/calendars/rhea*/events/*"));
      crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
      assertThat(crm.rest().get(quarantine).json().path("items")).as(way).hasSize(1);

      String edit = quarantine + "/" + record.path("id").asText();
      Answer done =
          way.equals("retry")
              ? crm.rest().post(edit + "/retry", Map.of())
              : crm.rest().delete(edit);
      assertThat(done.status()).as(done.toString()).isBetween(200, 299);
      crm.sync(connection, Map.of("direction", "both"));

      assertThat(crm.rest().get(quarantine).json().path("items")).as(way).isEmpty();
      assertThat(title(server, account)).isEqualTo("Lunch, retry");
      assertThat(only(crm, connection).at("/data/title").asText()).isEqualTo("Lunch, retry");
    }
  }

  private static Crm connected(PatchbayServer server, String account) {
    server.sandbox().addAccount(account);
    server.sandbox().putEvent(account, "lunch1", LUNCH);
    return new Crm(server);
  }

  private static String connection(Crm crm, String account) {
    String connection = crm.connect("google-calendar", account);
    crm.finishedRun(connection);
    return connection;
  }

  private static JsonNode only(Crm crm, String connection) {
    return crm.rest().get("/connections/" + connection + "/records/event").json().at("/items/0");
  }

  private static String path(String connection, JsonNode record) {
    return "/connections/" + connection + "/records/event/" + record.path("id").asText();
  }

  private static String title(PatchbayServer server, String account) {
    return server.sandbox().event(account, "lunch1").path("summary").asText();
  }

  private static String end(Crm crm) {
    List<JsonNode> changes = crm.changesAfter("0");
    return changes.get(changes.size() - 1).path("seq").asText();
  }
}
