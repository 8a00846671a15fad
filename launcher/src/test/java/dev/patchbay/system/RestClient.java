package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** What a CRM developer would write first: JSON over HTTP, nothing of the product's own code. */
public final class RestClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI server;
  private final String authorization;
  private final Map<String, String> headers;

  private RestClient(URI server, String authorization) {
    this(server, authorization, Map.of());
  }

  private RestClient(URI server, String authorization, Map<String, String> headers) {
    this.server = server;
    this.authorization = authorization;
    this.headers = headers;
  }

  /** The same with a header in each request, as a proxy in front adds it. */
  RestClient with(String name, String value) {
    return new RestClient(server, authorization, Map.of(name, value));
  }

  static RestClient anonymous(URI server) {
    return new RestClient(server, "");
  }

  static RestClient withKey(URI server, Credentials key) {
    String pair = key.clientId() + ":" + key.clientSecret();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    Answer answer =
        new RestClient(server, "Basic " + basic)
            .form("/api/v1/token", "grant_type=client_credentials");
    assertThat(answer.status()).as("token: %s", answer).isEqualTo(200);
    return withToken(server, answer.json().path("access_token").textValue());
  }

  static RestClient signedIn(URI server, Credentials user) {
    Answer answer =
        anonymous(server)
            .post("/login", Map.of("username", user.username(), "password", user.password()));
    assertThat(answer.status()).as("login: %s", answer).isEqualTo(200);
    return withToken(server, answer.json().path("accessToken").textValue());
  }

  public static RestClient withToken(URI server, String token) {
    return new RestClient(server, "Bearer " + token);
  }

  String token() {
    return authorization.substring("Bearer ".length());
  }

  /**
   * @param path below {@code /api/v1}, as {@code /me}
   */
  public Answer get(String path) {
    return send(request(base(path)).GET());
  }

  public Answer post(String path, Object body) {
    return json("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return json("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return json("PATCH", path, body);
  }

  /** A PATCH of the state that the precondition names ({@code If-Match}). */
  Answer patch(String path, String ifMatch, Object body) {
    return json("PATCH", path, ifMatch, body);
  }

  /** A PUT to the state that the precondition names ({@code If-Match}). */
  Answer post(String path, String ifMatch, Object body) {
    return json("POST", path, ifMatch, body);
  }

  Answer put(String path, String ifMatch, Object body) {
    return json("PUT", path, ifMatch, body);
  }

  private Answer json(String method, String path, String ifMatch, Object body) {
    return send(
        request(base(path))
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .method(method, publisher(body)));
  }

  /** A DELETE of the state that the precondition names ({@code If-Match}). */
  Answer delete(String path, String ifMatch) {
    return send(request(base(path)).header("If-Match", ifMatch).DELETE());
  }

  public Answer delete(String path) {
    return send(request(base(path)).DELETE());
  }

  private Answer json(String method, String path, Object body) {
    return send(
        request(base(path))
            .header("Content-Type", "application/json")
            .method(method, publisher(body)));
  }

  /**
   * Posts a form.
   *
   * @param path from the server's root, as {@code /api/v1/token}
   */
  public Answer form(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /**
   * Gets any page of the server; redirects are not followed.
   *
   * @param path from the server's root, as {@code /console/}
   */
  public Answer page(String path) {
    return send(request(path).GET());
  }

  /**
   * Any call at all.
   *
   * @param path from the server's root, as {@code /api/v1/me}
   */
  Answer call(String verb, String path, String type, String body) {
    return send(
        request(path)
            .header("Content-Type", type)
            .method(
                verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  private static String base(String path) {
    return "/api/v1" + path;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofMinutes(1));
    headers.forEach(request::header);
    return authorization.isEmpty() ? request : request.header("Authorization", authorization);
  }

  private static BodyPublisher publisher(Object body) {
    return BodyPublishers.ofString(write(body));
  }

  static String write(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException("No JSON: " + text, e);
    }
  }
}
