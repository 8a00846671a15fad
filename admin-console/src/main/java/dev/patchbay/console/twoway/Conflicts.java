package dev.patchbay.console.twoway;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.host.Page;
import java.util.Map;
import java.util.Optional;

/** The fields of a connection's records that both sides edited. */
record Conflicts(HostSession host, String connection) {
  private static final String PAGE = "20";

  /**
   * @param state {@code open} or {@code decided}
   */
  Page<Conflict> page(String state, Optional<String> cursor) {
    return host.page(
        Conflict.class,
        Map.of("state", state, "limit", PAGE),
        cursor,
        "connections/{}/conflicts",
        connection);
  }

  void resolve(Conflict conflict, Conflict.Side winner) {
    host.post(
        Conflict.class,
        Map.of("winner", winner.text()),
        "connections/{}/conflicts/{}/resolve",
        connection,
        conflict.id());
  }
}
