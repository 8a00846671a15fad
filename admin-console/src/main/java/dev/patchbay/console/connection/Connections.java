package dev.patchbay.console.connection;

import dev.patchbay.console.host.HostSession;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant's connections. */
public record Connections(HostSession host) {

  List<Connection> all() {
    return host.all(Connection.class, Map.of(), "connections");
  }

  public Connection find(String id) {
    return host.get(Connection.class, "connections/{}", id);
  }

  Connection rename(String id, String name) {
    return host.patch(Connection.class, Map.of("name", name), "connections/{}", id);
  }

  Connection check(String id) {
    return host.call(Connection.class, "connections/{}/check", id);
  }

  /** Types in anew what a connection is connected with. */
  Connection replace(String id, Map<String, Object> fields, Optional<Instant> end) {
    Map<String, Object> body = new HashMap<>(Map.of("fields", fields));
    end.ifPresent(at -> body.put("endsAt", at.toString()));
    return host.put(Connection.class, body, "connections/{}/credential", id);
  }

  List<Collection> collections(String id) {
    return host.all(Collection.class, Map.of(), "connections/{}/collections", id);
  }

  void disconnect(String id, Records records) {
    host.delete(Map.of("records", records.parameter()), "connections/{}", id);
  }

  /** What becomes of the copies when their connection goes. */
  enum Records {
    KEEP,
    ERASE;

    String parameter() {
      return this == KEEP ? "keep" : "erase";
    }
  }
}
