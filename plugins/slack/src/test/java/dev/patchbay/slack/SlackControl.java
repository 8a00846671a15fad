package dev.patchbay.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.slack.web.SlackObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** A test's hand in the simulated Slack. */
final class SlackControl {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String sandbox;

  SlackControl(int port) {
    this.sandbox = "http://127.0.0.1:" + port;
  }

  /**
   * @param path below {@code /control/slack}
   */
  SlackObject call(String method, String path, Map<String, Object> body) {
    return send(method, "/control/slack/" + path, SlackObject.text(body));
  }

  SlackObject post(String path, Map<String, Object> body) {
    return call("POST", path, body);
  }

  List<SlackObject> items(String path) {
    return call("GET", path, Map.of()).objects("items").orElseThrow();
  }

  void fault(Map<String, Object> fault) {
    send("POST", "/control/faults", SlackObject.text(fault));
  }

  /** Calls a method of the Web API itself. */
  SlackObject api(String method, String token, Map<String, Object> arguments) {
    return send(
        request("POST", "/slack.com/api/" + method, SlackObject.text(arguments))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  private SlackObject send(String method, String path, String body) {
    return send(request(method, path, body).build());
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create(sandbox + path))
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private SlackObject send(HttpRequest request) {
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as("%s", request).isBetween(200, 299);
      return answer.body().length == 0
          ? new SlackObject(Map.of())
          : SlackObject.parse(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
