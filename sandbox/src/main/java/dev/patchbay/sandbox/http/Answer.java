package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back on the wire: status, headers and a body that writes itself. */
public record Answer(int status, Map<String, String> headers, Body body) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  public static Answer json(int status, JsonNode document) {
    return json(status, Body.of(Json.bytes(document)));
  }

  public static Answer json(int status, Body body) {
    return new Answer(status, Map.of("Content-Type", "application/json; charset=UTF-8"), body);
  }

  public static Answer html(int status, String page) {
    return text(status, "text/html; charset=UTF-8", page);
  }

  public static Answer text(int status, String contentType, String text) {
    Body body = Body.of(text.getBytes(StandardCharsets.UTF_8));
    return new Answer(status, Map.of("Content-Type", contentType), body);
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Body.of(new byte[0]));
  }

  public static Answer redirect(int status, String location) {
    return empty(status).with("Location", location);
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
