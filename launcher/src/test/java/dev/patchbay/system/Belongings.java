package dev.patchbay.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One of each thing that a tenant has, so that others can try to reach it. */
final class Belongings {
  private static final String END_USER = "person-behind-the-wall";
  private static final String ACCOUNT = "ada@sandbox.example";

  private final RestClient admin;
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();

  private Belongings(RestClient admin) {
    this.admin = admin;
  }

  /** Connects an account and pulls it, and makes what else a tenant can have. */
  static Belongings of(PatchbayServer server) {
    Crm crm = new Crm(server);
    Belongings things = new Belongings(server.admin());
    String connection = crm.connectFor(END_USER, "google-calendar", ACCOUNT);
    things.keep("end user", END_USER);
    things.keep("connection", connection);
    things.keep("run", crm.finishedRun(connection).path("id").textValue());
    things.keepFirst("record", "/connections/" + connection + "/records/event?limit=1");
    things.sendMail(server, crm);
    things.makeConflict(crm, server.sandbox(), connection);
    things.keepFirst("collection", "/connections/" + connection + "/collections?limit=1");
    things.keepFirst("integration", "/integrations");
    things.keepFirst("key", "/api-keys");
    things.make(
        "user",
        "/users",
        Map.of("name", "wally", "password", "wally's password", "roles", List.of("viewer")));
    JsonNode session =
        things.make(
            "session", "/connect-sessions", Map.of("integrationId", things.id("integration")));
    things.keep("token", session.path("token").textValue());
    things.keep("tenant", things.admin.get("/me").json().at("/tenant/id").textValue());
    things.words.addAll(List.of(ACCOUNT, "wally"));
    return things;
  }

  private void sendMail(PatchbayServer server, Crm crm) {
    String mail = crm.connectByForm(server, "smtp", SmtpIT.ACCOUNT);
    make(
        "action run",
        "/connections/" + mail + "/actions/send-message",
        Map.of("to", List.of("wall@sandbox.example"), "text", "Behind the wall"));
  }

  /** Has both sides edit one field of an event, where a person is to decide. */
  private void makeConflict(Crm crm, SandboxClient sandbox, String connection) {
    String path = "/connections/" + connection;
    sandbox.putEvent(ACCOUNT, "fence1", event("Wall"));
    crm.pull(connection);
    admin.put(path + "/sync-settings/event", Map.of("policy", "ask"));
    String record = admin.get(path + "/records/event?q=Wall").json().at("/items/0/id").textValue();
    admin.patch(path + "/records/event/" + record, "*", Map.of("title", "Wall of the CRM"));
    sandbox.putEvent(ACCOUNT, "fence1", event("Wall of the owner"));
    crm.sync(connection, Map.of("direction", "both", "confirm", "*"));
    keepFirst("conflict", path + "/conflicts");
  }

  private static Map<String, Object> event(String title) {
    return Map.of(
        "summary", title,
        "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00"),
        "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00"));
  }

  private void keepFirst(String name, String list) {
    keep(name, admin.get(list).json().at("/items/0/id").textValue());
  }

  private JsonNode make(String name, String path, Object body) {
    JsonNode made = admin.post(path, body).json();
    keep(name, made.path("id").textValue());
    return made;
  }

  private void keep(String name, String id) {
    if (id == null) {
      throw new AssertionError("The tenant has no " + name);
    }
    ids.put(name, id);
  }

  String id(String name) {
    if (!ids.containsKey(name)) {
      throw new AssertionError("The wall knows no " + name + ": add one to Belongings");
    }
    return ids.get(name);
  }

  /** What of these things a text tells, apart from ids that were in the request anyway. */
  List<String> toldBy(String text, String request) {
    List<String> told = new ArrayList<>(words);
    told.addAll(ids.values());
    told.removeIf(word -> request.contains(word) || !text.contains(word));
    return told;
  }

  /** How everything stands, to see whether a stranger changed it. */
  String state() {
    return List.of("/connections", "/integrations", "/users", "/api-keys").stream()
        .map(path -> admin.get(path + "?limit=500").json().path("items"))
        .flatMap(items -> StreamSupport.stream(items.spliterator(), false))
        .map(Belongings::gist)
        .collect(Collectors.joining("\n"));
  }

  private static String gist(JsonNode thing) {
    return thing.path("id")
        + " "
        + thing.path("name")
        + " "
        + thing.path("state")
        + " "
        + thing.path("scopes");
  }
}
