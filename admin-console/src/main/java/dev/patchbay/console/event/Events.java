package dev.patchbay.console.event;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.host.Page;
import java.util.Map;
import java.util.Optional;

/** The event records of one connection. */
record Events(HostSession host, String connection) {
  private static final String LIST = "connections/{}/records/event";

  Page<EventRecord> page(String words, String collection, Optional<String> cursor) {
    return host.page(
        EventRecord.class, Map.of("q", words, "collection", collection), cursor, LIST, connection);
  }

  EventRecord find(String record) {
    return host.get(EventRecord.class, LIST + "/{}", connection, record);
  }
}
