package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A calendar that a CRM keeps in sync, in a tenant of its own: what either side does to it, and
 * what each side holds, seen from outside.
 */
final class SyncedCalendar {
  private static final Set<String> SCOPES =
      Set.of(
          "integrations:read",
          "connect:write",
          "connections:read",
          "connections:write",
          "records:read",
          "records:write",
          "syncs:read",
          "syncs:run");
  private static final String LUNCH = "lunch1";

  private final String name;
  private final String account;
  private final List<String> calendars = new ArrayList<>();
  private final SandboxClient service;
  private final String tenant;
  private final Crm crm;
  private String connection;

  private SyncedCalendar(String name, SandboxClient service, String tenant, RestClient crm) {
    this.name = name;
    this.account = name + "@sandbox.example";
    this.calendars.add(account);
    this.service = service;
    this.tenant = tenant;
    this.crm = new Crm(() -> crm, () -> service);
  }

  /**
   * Makes a tenant and an account with one event; they do not know each other yet.
   *
   * @param name of the account; letters, digits and hyphens
   */
  static SyncedCalendar make(PatchbayServer server, SharedSandbox sandbox, String name) {
    TenantMaker makers = new TenantMaker(server);
    String tenant = makers.tenant(name);
    RestClient admin = makers.user(tenant, "admin").client();
    sandbox.integrations().stream()
        .filter(body -> body.get("plugin").equals("google-calendar"))
        .forEach(body -> assertThat(admin.post("/integrations", body).status()).isEqualTo(201));
    SyncedCalendar made =
        new SyncedCalendar(name, sandbox.client(), tenant, makers.program(tenant, SCOPES).client());
    made.service.addAccount(made.account);
    made.service.putEvent(made.account, LUNCH, event("Lunch"));
    return made;
  }

  /** Gives the account another calendar. */
  SyncedCalendar withSecond() {
    calendars.add("second-" + account);
    service.addCalendar(account, calendars.get(1));
    return this;
  }

  private static Map<String, Object> event(String title) {
    return Map.of(
        "summary", title,
        "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00", "timeZone", "Europe/Zurich"),
        "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00", "timeZone", "Europe/Zurich"),
        "attendees", List.of(Map.of("email", "guest@elsewhere.example")));
  }

  String name() {
    return name;
  }

  String tenant() {
    return tenant;
  }

  SandboxClient service() {
    return service;
  }

  void connect() {
    connection = crm.connect("google-calendar", account);
  }

  /** Waits until nothing is on its way. */
  JsonNode finishedRun() {
    return crm.finishedRun(connection);
  }

  /** Asks for a sync and does not wait. */
  void ask(String direction) {
    Answer asked =
        crm.rest()
            .post(
                "/connections/" + connection + "/syncs",
                Map.of("direction", direction, "confirm", "*"));
    assertThat(asked.status()).as(asked.toString()).isEqualTo(202);
  }

  JsonNode sync() {
    return crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
  }

  JsonNode latestRun() {
    return crm.latestRun(connection);
  }

  List<JsonNode> runs() {
    return items(crm.rest().get("/sync-runs?limit=500&connection=" + connection).json());
  }

  void crmMakes(String title) {
    Map<String, Object> data =
        Map.of(
            "title", title,
            "start", "2026-12-02T19:00:00",
            "timeZone", "Europe/Zurich",
            "duration", "PT2H");
    Map<String, Object> wish = Map.of("records", List.of(Map.of("crmId", title, "data", data)));
    Answer made = crm.rest().post(records(), wish);
    assertThat(made.status()).as(made.toString()).isBetween(200, 201);
  }

  void crmNamesLunch(String title) {
    Answer edited = crm.rest().patch(lunch(), "*", Map.of("title", title));
    assertThat(edited.status()).as(edited.toString()).isEqualTo(200);
  }

  void crmDeletesLunch() {
    Answer deleted = crm.rest().delete(lunch(), "*");
    assertThat(deleted.status()).as(deleted.toString()).isEqualTo(200);
  }

  void ownerDescribesLunch(String text) {
    service.changeEvent(account, LUNCH, Map.of("description", text));
  }

  void ownerMovesLunch() {
    service.moveEvent(account, LUNCH, calendars.get(1));
  }

  void ownerDeletesLunch() {
    service.deleteEvent(account, LUNCH);
  }

  void ownerMakes(String id, String title) {
    service.putEvent(account, id, event(title));
  }

  void ownerMakesMany(int events) {
    service.generateEvents(account, events);
  }

  /** What a person finds among the edits that did not arrive. */
  List<JsonNode> quarantine() {
    return items(crm.rest().get("/connections/" + connection + "/quarantine").json());
  }

  void retry(JsonNode quarantined) {
    String path = "/quarantine/" + quarantined.path("recordId").textValue() + "/retry";
    Answer retried = crm.rest().post("/connections/" + connection + path, Map.of());
    assertThat(retried.status()).as(retried.toString()).isBetween(200, 299);
  }

  /** Changes whenever anything is written at the service. */
  String stateThere() {
    StringBuilder state = new StringBuilder();
    calendars.forEach(
        calendar -> state.append(service.calendar(account, calendar).path("etag").textValue()));
    return state.toString();
  }

  /** Changes whenever the CRM has something new to read. */
  String stateHere() {
    List<JsonNode> changes = crm.changesAfter("0");
    return changes.isEmpty() ? "" : changes.get(changes.size() - 1).path("seq").asText();
  }

  /** What the service holds, one line an event, those that are there twice too. */
  List<String> there() {
    List<String> lines = new ArrayList<>();
    for (String calendar : calendars) {
      for (JsonNode event : service.calendar(account, calendar).path("items")) {
        lines.add(
            line(
                calendar,
                event.path("id").asText(),
                event.path("summary").asText(),
                event.path("description").asText()));
      }
    }
    Collections.sort(lines);
    return lines;
  }

  /** What the CRM is told when it asks for all records. */
  List<String> here() {
    List<JsonNode> records = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = crm.rest().get(records() + "?limit=500" + cursor).json();
      page.path("items").forEach(records::add);
      cursor = page.has("next") ? "&cursor=" + page.path("next").textValue() : "";
    } while (!cursor.isEmpty());
    return lines(records);
  }

  /** What the CRM makes of the changes when it follows them from the beginning. */
  List<String> told() {
    Map<String, JsonNode> copy = new HashMap<>();
    for (JsonNode change : crm.changesAfter("0")) {
      JsonNode record = change.path("record");
      if (change.path("kind").textValue().equals("delete")) {
        copy.remove(record.path("id").textValue());
      } else {
        copy.put(record.path("id").textValue(), record);
      }
    }
    return lines(copy.values());
  }

  private List<String> lines(Iterable<JsonNode> records) {
    Map<String, String> places = places();
    List<String> lines = new ArrayList<>();
    for (JsonNode record : records) {
      lines.add(
          line(
              places.get(record.path("collection").asText()),
              record.path("externalId").asText(),
              record.at("/data/title").asText(),
              record.at("/data/description").asText()));
    }
    Collections.sort(lines);
    return lines;
  }

  private static String line(String calendar, String id, String title, String description) {
    return String.join(" | ", calendar, id, title, description);
  }

  private Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    items(crm.rest().get("/connections/" + connection + "/collections?type=event").json())
        .forEach(each -> places.put(each.path("id").asText(), each.path("externalId").asText()));
    return places;
  }

  private String lunch() {
    return items(crm.rest().get(records()).json()).stream()
        .filter(record -> record.path("externalId").asText().equals(LUNCH))
        .map(record -> records() + "/" + record.path("id").asText())
        .findFirst()
        .orElseThrow();
  }

  private String records() {
    return "/connections/" + connection + "/records/event";
  }

  private static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.path("items").forEach(items::add);
    return items;
  }
}
