package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.connection.LiveConnections;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The sources of the connections of this server. */
@Singleton
class ConnectionSources implements Sources {
  private final Connections connections;
  private final LiveConnections live;
  private final Transactions transactions;

  @Inject
  ConnectionSources(Connections connections, LiveConnections live, Transactions transactions) {
    this.connections = connections;
    this.live = live;
    this.transactions = transactions;
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return transactions
        .call(() -> connections.find(tenantId, connectionId).map(Connection::state))
        .map(
            state ->
                switch (state) {
                  case ACTIVE, STALLED -> Readiness.READY;
                  case PAUSED, NEEDS_REAUTH -> Readiness.RESTING;
                  case DISCONNECTED -> Readiness.ENDED;
                })
        .orElse(Readiness.ENDED);
  }

  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    return live.sources(tenantId, connectionId, runId);
  }
}
