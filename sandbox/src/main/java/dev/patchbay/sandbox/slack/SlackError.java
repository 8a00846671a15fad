package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.patchbay.sandbox.http.Answer;
import dev.patchbay.sandbox.http.Json;
import dev.patchbay.sandbox.http.Refusal;

/** Slack says no with a status of 200 and a code in the body. */
final class SlackError {
  private SlackError() {}

  static Refusal of(String error) {
    return new Refusal(Answer.json(200, document(error)));
  }

  static Refusal missingScope(String needed, String provided) {
    ObjectNode document = document("missing_scope").put("needed", needed);
    return new Refusal(Answer.json(200, document.put("provided", provided)));
  }

  static ObjectNode document(String error) {
    return Json.object().put("ok", false).put("error", error);
  }
}
