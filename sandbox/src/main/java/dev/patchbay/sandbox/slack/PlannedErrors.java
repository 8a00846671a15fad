package dev.patchbay.sandbox.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Errors that a test wants methods to answer with, before or after they did their work. */
final class PlannedErrors {
  private final List<Planned> waiting = new ArrayList<>();

  private record Planned(String method, String error, boolean after) {}

  synchronized void plan(ObjectNode spec) {
    for (int i = 0; i < spec.path("times").asInt(1); i++) {
      waiting.add(
          new Planned(
              spec.path("method").asText(),
              spec.path("error").asText("fatal_error"),
              spec.path("after").asBoolean()));
    }
  }

  synchronized void strike(String method, boolean after) {
    for (Planned planned : List.copyOf(waiting)) {
      if (planned.method().equals(method) && planned.after() == after) {
        waiting.remove(planned);
        throw SlackError.of(planned.error());
      }
    }
  }

  synchronized void clear() {
    waiting.clear();
  }
}
