package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.patchbay.api.auth.Auth;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.googlecalendar.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the sandbox lets a test do behind Google's back. */
final class GoogleControl {

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  GoogleControl(int port) {
    this.port = port;
  }

  Auth token(String account, String scopes) {
    var token = post("google/access-tokens", Map.of("account", account, "scope", scopes));
    return Auth.token(Secret.of((String) token.get("access_token")));
  }

  /** The id of an event put into a calendar. */
  String add(String account, String calendar, String json) {
    return (String)
        Json.object(
                call("POST", events(account, calendar, ""), json.getBytes(StandardCharsets.UTF_8)))
            .get("id");
  }

  static String events(String account, String calendar, String path) {
    return "google/accounts/" + account + "/calendars/" + calendar + "/events" + path;
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> items(String path) {
    return (List<Map<String, Object>>) Json.object(call("GET", path, new byte[0])).get("items");
  }

  Map<String, Object> post(String path, Map<String, Object> body) {
    var answer = call("POST", path, bytes(body));
    return answer.length == 0 ? Map.of() : Json.object(answer);
  }

  static byte[] bytes(Map<String, Object> json) {
    try {
      return JSON.std.asBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] call(String method, String path, byte[] body) {
    var uri = URI.create("http://127.0.0.1:" + port + "/control/" + path);
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
