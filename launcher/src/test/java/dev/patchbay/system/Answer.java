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

  @Override
  public String toString() {
    return response + " " + body();
  }
}
