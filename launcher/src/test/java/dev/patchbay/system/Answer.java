package dev.patchbay.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/** A response, read when the test asks. Its text is what a failed assertion shows. */
public final class Answer {
  private final HttpResponse<String> response;

  Answer(HttpResponse<String> response) {
    this.response = response;
  }

  public int status() {
    return response.statusCode();
  }

  public String body() {
    return response.body();
  }

  public JsonNode json() {
    return RestClient.parse(body());
  }

  public Optional<String> header(String name) {
    return response.headers().firstValue(name);
  }

  /** All that the server said: status, headers and body, and nothing of the request. */
  String said() {
    StringBuilder said = new StringBuilder().append(response.statusCode()).append('\n');
    response
        .headers()
        .map()
        .forEach((name, values) -> said.append(name).append(": ").append(values).append('\n'));
    return said.append('\n').append(body()).toString();
  }

  @Override
  public String toString() {
    return response + " " + body();
  }
}
