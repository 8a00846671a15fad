package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Target;
import dev.patchbay.host.connection.LiveConnections;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The targets of the connections of this server. */
@Singleton
class ConnectionTargets implements Targets {
  private final LiveConnections live;

  @Inject
  ConnectionTargets(LiveConnections live) {
    this.live = live;
  }

  @Override
  public Optional<Target> of(Lease lease) {
    return live.targets(lease.tenantId(), lease.connectionId(), lease.runId()).stream()
        .filter(target -> target.type().equals(lease.type()))
        .findFirst();
  }
}
