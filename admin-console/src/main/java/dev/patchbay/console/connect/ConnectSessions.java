package dev.patchbay.console.connect;

import dev.patchbay.console.host.HostSession;
import java.util.Map;

/** Attempts to authorise an account. */
record ConnectSessions(HostSession host) {

  ConnectSession open(String integrationId) {
    return host.post(
        ConnectSession.class, Map.of("integrationId", integrationId), "connect-sessions");
  }

  /** For an account that is connected already: the same one has to come back. */
  ConnectSession again(String connectionId) {
    return host.post(
        ConnectSession.class, Map.of("connectionId", connectionId), "connect-sessions");
  }

  ConnectSession find(String id) {
    return host.get(ConnectSession.class, "connect-sessions/{}", id);
  }
}
