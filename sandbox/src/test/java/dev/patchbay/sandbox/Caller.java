package dev.patchbay.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.sandbox.http.FormEncoding;
import dev.patchbay.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Speaks to a running sandbox over real HTTP, as a client or as a test's control hand. */
public final class Caller {
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String base;

  public Caller(Sandbox sandbox) {
    this(sandbox.port());
  }

  public Caller(int port) {
    this.base = "http://127.0.0.1:" + port;
  }

  /** An answer with its JSON read on demand. */
  public record Reply(HttpResponse<String> response) {
    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    public JsonNode json() {
      try {
        return Json.MAPPER.readTree(body());
      } catch (IOException e) {
        throw new UncheckedIOException("Not JSON: " + body(), e);
      }
    }

    public String reason() {
      return json().at("/error/errors/0/reason").asText();
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
  }

  public Reply send(HttpRequest.Builder request) {
    try {
      return new Reply(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Reply get(String path) {
    return send(request(path));
  }

  public Reply control(String method, String path, String json) {
    return send(request("/control" + path).method(method, BodyPublishers.ofString(json)));
  }

  public Reply form(String path, Map<String, String> form) {
    return send(formRequest(path, form));
  }

  public HttpRequest.Builder formRequest(String path, Map<String, String> form) {
    return request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(FormEncoding.encode(form)));
  }
}
