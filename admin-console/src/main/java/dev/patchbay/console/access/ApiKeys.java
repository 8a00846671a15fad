package dev.patchbay.console.access;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The API keys of the signed-in person's organisation. */
record ApiKeys(HostSession host) {

  List<ApiKey> all() {
    return host.all(ApiKey.class, Map.of(), "api-keys");
  }

  ApiKey make(String name, Set<String> scopes) {
    return host.post(ApiKey.class, Map.of("name", name, "scopes", scopes), "api-keys");
  }

  void remove(ApiKey key) {
    host.delete(Map.of(), "api-keys/{}", key.id());
  }
}
