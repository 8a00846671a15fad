package dev.patchbay.console.twoway;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.host.Page;
import java.util.Map;
import java.util.Optional;

/** The edits of a connection that wait for a person. */
record Quarantine(HostSession host, String connection) {
  private static final String PAGE = "20";

  Page<QuarantinedEdit> page(Optional<String> cursor) {
    return host.page(
        QuarantinedEdit.class,
        Map.of("limit", PAGE),
        cursor,
        "connections/{}/quarantine",
        connection);
  }

  void retry(QuarantinedEdit edit) {
    host.call(Void.class, "connections/{}/quarantine/{}/retry", connection, edit.recordId());
  }

  void giveUp(QuarantinedEdit edit) {
    host.delete(Map.of(), "connections/{}/quarantine/{}", connection, edit.recordId());
  }
}
