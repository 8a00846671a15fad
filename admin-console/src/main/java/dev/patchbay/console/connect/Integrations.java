package dev.patchbay.console.connect;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;

/** The tenant's integrations. */
record Integrations(HostSession host) {

  List<Integration> of(String plugin) {
    return host.all(Integration.class, Map.of(), "integrations").stream()
        .filter(integration -> integration.plugin().equals(plugin))
        .toList();
  }

  Integration create(Integration.Draft draft) {
    return host.post(Integration.class, draft, "integrations");
  }
}
