package dev.patchbay.console.action;

import java.util.Map;

/** How far something is that was asked for. */
record ActionRun(String id, String state, Map<String, Object> result) {

  boolean isDone() {
    return "SUCCEEDED".equals(state);
  }
}
