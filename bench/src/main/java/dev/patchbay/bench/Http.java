package dev.patchbay.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** What is asked over HTTP around a measurement; what is measured has clients of its own. */
public final class Http {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI base;
  private final Map<String, String> headers;

  private Http(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** Asks a server that wants no sign-in. */
  public static Http of(URI base) {
    return new Http(base, Map.of());
  }

  /** The same server, asked with this {@code Authorization}. */
  public Http authorized(String authorization) {
    return new Http(base, Map.of("Authorization", authorization));
  }

  public JsonNode get(String path) {
    return json(successful(send(request(path).GET())));
  }

  /**
   * @param body JSON as text, or what is to be written as JSON
   */
  public JsonNode post(String path, Object body) {
    return json(
        successful(
            send(
                request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(write(body))))));
  }

  public void delete(String path) {
    successful(send(request(path).DELETE()));
  }

  public JsonNode form(String path, String body) {
    return json(
        successful(
            send(
                request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body)))));
  }

  /** Where a page sends the browser; cookies are kept. */
  public URI redirect(URI address) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(address));
    return answer
        .headers()
        .firstValue("Location")
        .map(address::resolve)
        .orElseThrow(() -> unexpected(answer));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
    headers.forEach(request::header);
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(base + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse<String> successful(HttpResponse<String> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw unexpected(answer);
    }
    return answer;
  }

  private static IllegalStateException unexpected(HttpResponse<String> answer) {
    return new IllegalStateException("Unexpected answer: " + answer + " " + answer.body());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON: " + answer.body(), e);
    }
  }

  private static String write(Object body) {
    try {
      return body instanceof String json ? json : JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
