package dev.patchbay.host.connect;

import dev.patchbay.host.connection.EndUser;
import java.util.Optional;
import java.util.Set;

/**
 * What an attempt to connect is for.
 *
 * @param integrations through which an account may be connected, one of them
 * @param connectionId the connection that is to be connected again; empty for a new one
 * @param endUser the person for whom it is; empty for the tenant itself
 */
record ConnectAim(
    Set<String> integrations, Optional<String> connectionId, Optional<EndUser> endUser) {
  ConnectAim {
    integrations = Set.copyOf(integrations);
  }

  /** The integration, if there is nothing to choose. */
  Optional<String> only() {
    return integrations.stream().filter(id -> integrations.size() == 1).findFirst();
  }
}
