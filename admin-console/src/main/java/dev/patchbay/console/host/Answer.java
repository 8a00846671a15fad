package dev.patchbay.console.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What the host answered: content, or the reason why there is none. */
record Answer(int status, JsonNode json) {
  private static final int UNAUTHORIZED = 401;

  static Answer of(int status, String text) throws JsonProcessingException {
    boolean empty = text == null || text.isBlank();
    return new Answer(status, empty ? MissingNode.getInstance() : Json.read(text));
  }

  JsonNode content() {
    if (status < 400) {
      return json;
    }
    Problem problem = Problem.of(status, json);
    throw status == UNAUTHORIZED ? new NotSignedIn(problem) : new HostProblem(problem);
  }
}
