package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.googlecalendar.json.Json;
import dev.patchbay.sandbox.Sandbox;
import dev.patchbay.testkit.TestConnectionContext;
import dev.patchbay.testkit.TestEgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The sandbox's Google with an empty account of the test's own, and its control API. */
final class SimulatedGoogle implements AutoCloseable {

  static final String ACCOUNT = "walter@sandbox.example";

  static {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  private final Sandbox sandbox = Sandbox.start(null, 0);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  SimulatedGoogle() {
    post("google/accounts", Map.of("email", ACCOUNT, "name", "Walter", "seed", false));
  }

  /** A client of the account, with the scopes that the plugin asks for. */
  McpClient client() {
    return client("openid email https://www.googleapis.com/auth/calendar");
  }

  McpClient client(String scopes) {
    var token = post("google/access-tokens", Map.of("account", ACCOUNT, "scope", scopes));
    var auth = Auth.token(Secret.of((String) token.get("access_token")));
    return new GoogleCalendarPlugin()
        .open(TestConnectionContext.of(TestEgress.to(sandbox.hosts()), () -> auth));
  }

  /** The id of an event put into the account's own calendar. */
  String add(String json) {
    return (String)
        Json.object(call("POST", events(""), json.getBytes(StandardCharsets.UTF_8))).get("id");
  }

  void generate(int count) {
    post(events("/generate"), Map.of("count", count));
  }

  void change(String id, Map<String, Object> members) {
    call("PATCH", events("/" + id), bytes(members));
  }

  void delete(String id) {
    call("DELETE", events("/" + id), new byte[0]);
  }

  void expireSyncTokens() {
    post("google/sync-tokens/expire", Map.of());
  }

  void expireTokens() {
    post("google/access-tokens/expire", Map.of("account", ACCOUNT));
  }

  /** Makes the next request for events, after some, go wrong. */
  void fault(Map<String, Object> fault) {
    post("faults", fault);
  }

  /** Every event of a seeded account, as Google would send it. */
  List<Map<String, Object>> seeded() {
    var account = "seeded@sandbox.example";
    post("google/accounts", Map.of("email", account, "name", "Seeded", "seed", true));
    var all = new ArrayList<Map<String, Object>>();
    for (var calendar : items("google/accounts/" + account + "/calendars")) {
      all.addAll(
          items(
              "google/accounts/"
                  + account
                  + "/calendars/"
                  + encoded(calendar.get("id"))
                  + "/events"));
    }
    return all;
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private static String events(String path) {
    return "google/accounts/" + ACCOUNT + "/calendars/" + ACCOUNT + "/events" + path;
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> items(String path) {
    return (List<Map<String, Object>>) Json.object(call("GET", path, new byte[0])).get("items");
  }

  private Map<String, Object> post(String path, Map<String, Object> body) {
    var answer = call("POST", path, bytes(body));
    return answer.length == 0 ? Map.of() : Json.object(answer);
  }

  private static String encoded(Object id) {
    return URLEncoder.encode((String) id, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Map<String, Object> json) {
    try {
      return JSON.std.asBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] call(String method, String path, byte[] body) {
    var uri = URI.create("http://127.0.0.1:" + sandbox.port() + "/control/" + path);
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(body))
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as("%s %s", method, path).isBetween(200, 299);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
