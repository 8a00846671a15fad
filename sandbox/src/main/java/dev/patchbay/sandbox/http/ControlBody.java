package dev.patchbay.sandbox.http;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Bodies of the control API, refused in plain words. */
public final class ControlBody {
  private ControlBody() {}

  public static ObjectNode of(Request request) {
    return request
        .jsonObject()
        .orElseThrow(() -> refused(400, "The control API wants a JSON object as body"));
  }

  public static String text(ObjectNode body, String name) {
    String value = body.path(name).asText();
    if (value.isEmpty()) {
      throw refused(400, "The body lacks \"" + name + "\"");
    }
    return value;
  }

  public static Refusal refused(int status, String error) {
    return new Refusal(Answer.json(status, Json.object().put("error", error)));
  }
}
