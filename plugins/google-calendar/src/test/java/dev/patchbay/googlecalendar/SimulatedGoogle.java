package dev.patchbay.googlecalendar;

import static dev.patchbay.googlecalendar.GoogleControl.bytes;

import dev.patchbay.api.McpClient;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The sandbox's Google with an empty account of the test's own. */
final class SimulatedGoogle implements AutoCloseable {

  static final String ACCOUNT = "walter@sandbox.example";
  static final String SCOPES = "openid email https://www.googleapis.com/auth/calendar";

  static {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  private final Sandbox sandbox = Sandbox.start(null, 0);
  private final GoogleControl control = new GoogleControl(sandbox.port());

  SimulatedGoogle() {
    control.post("google/accounts", Map.of("email", ACCOUNT, "name", "Walter", "seed", false));
  }

  /** A client of the account, with the scopes that the plugin asks for. */
  McpClient client() {
    return client(SCOPES);
  }

  McpClient client(String scopes) {
    var auth = control.token(ACCOUNT, scopes);
    return new GoogleCalendarPlugin()
        .open(TestConnectionContext.of(TestEgress.to(sandbox.hosts()), () -> auth));
  }

  /** The id of an event put into the account's own calendar. */
  String add(String json) {
    return control.add(ACCOUNT, ACCOUNT, json);
  }

  /** The id of another calendar of the account. */
  String addCalendar(String summary) {
    return (String)
        control
            .post("google/accounts/" + ACCOUNT + "/calendars", Map.of("summary", summary))
            .get("id");
  }

  /** The channels that are open. */
  List<Map<String, Object>> channels() {
    return control.items("google/channels");
  }

  /** What the mails to invitees told, the oldest first. */
  List<Object> told() {
    return control.items("google/notifications").stream().map(mail -> mail.get("what")).toList();
  }

  void generate(int count) {
    control.post(events("/generate"), Map.of("count", count));
  }

  void change(String id, Map<String, Object> members) {
    control.call("PATCH", events("/" + id), bytes(members));
  }

  void delete(String id) {
    control.call("DELETE", events("/" + id), new byte[0]);
  }

  void expireSyncTokens() {
    control.post("google/sync-tokens/expire", Map.of());
  }

  void expireTokens() {
    control.post("google/access-tokens/expire", Map.of("account", ACCOUNT));
  }

  /** Makes the next request for events, after some, go wrong. */
  void fault(Map<String, Object> fault) {
    control.post("faults", fault);
  }

  /** Every event of a seeded account, as Google would send it. */
  List<Map<String, Object>> seeded() {
    var account = "seeded@sandbox.example";
    control.post("google/accounts", Map.of("email", account, "name", "Seeded", "seed", true));
    var all = new ArrayList<Map<String, Object>>();
    for (var calendar : control.items("google/accounts/" + account + "/calendars")) {
      all.addAll(control.items(GoogleControl.events(account, encoded(calendar.get("id")), "")));
    }
    return all;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private static String events(String path) {
    return GoogleControl.events(ACCOUNT, ACCOUNT, path);
  }

  private static String encoded(Object id) {
    return URLEncoder.encode((String) id, StandardCharsets.UTF_8);
  }
}
