package dev.patchbay.console.embed;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The origins of the CRM's own pages, as browsers write them. */
record Origins(HostSession host) {

  List<String> all() {
    return host.get(Allowed.class, "connect-origins").origins();
  }

  void replace(Set<String> wanted) {
    host.put(Map.of("origins", wanted), "connect-origins");
  }

  /** What the host answers. */
  record Allowed(List<String> origins) {
    Allowed {
      origins = origins == null ? List.of() : List.copyOf(origins);
    }
  }
}
