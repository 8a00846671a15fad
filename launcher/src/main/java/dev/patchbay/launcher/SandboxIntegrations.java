package dev.patchbay.launcher;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Sets up an integration for each simulated provider, as the first admin would by hand and the same
 * way: over REST. What is there already stays as it is.
 */
final class SandboxIntegrations {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CONFLICT = 409;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  SandboxIntegrations(URI server) {
    this.base = server + "/api/v1";
  }

  void register(FirstSignIn admin, List<Map<String, Object>> integrations) {
    String token = signIn(admin);
    integrations.forEach(integration -> add(integration, token));
  }

  private String signIn(FirstSignIn admin) {
    Map<String, Object> credentials =
        Map.of("username", admin.username(), "password", admin.password());
    HttpResponse<String> answer = send(request("/login", credentials).build());
    if (answer.statusCode() != 200) {
      throw problem("sign in the first admin", answer);
    }
    return parse(answer).getString("accessToken");
  }

  private void add(Map<String, Object> integration, String token) {
    HttpResponse<String> answer =
        send(
            request("/integrations", integration)
                .header("Authorization", "Bearer " + token)
                .build());
    if (answer.statusCode() / 100 != 2 && answer.statusCode() != CONFLICT) {
      throw problem("add the integration " + integration.get("name"), answer);
    }
  }

  private HttpRequest.Builder request(String path, Map<String, Object> body) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JsonWriter.string(body)));
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new StartupProblem("The server did not answer at " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartupProblem("Interrupted while waiting for " + request.uri(), e);
    }
  }

  private static JsonObject parse(HttpResponse<String> answer) {
    try {
      return JsonParser.object().from(answer.body());
    } catch (JsonParserException e) {
      throw new StartupProblem("No JSON came from " + answer.uri(), e);
    }
  }

  private static StartupProblem problem(String intent, HttpResponse<String> answer) {
    return new StartupProblem(
        "The sandbox could not %s: %s answered %d."
            .formatted(intent, answer.uri(), answer.statusCode()));
  }
}
