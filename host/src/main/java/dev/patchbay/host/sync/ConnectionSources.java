package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.LiveConnections;
import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Optional;

/** The sources of the connections of this server. */
@Singleton
class ConnectionSources implements Sources {
  private static final String STATE = "select state from connection where tenant_id = ? and id = ?";

  private final LiveConnections live;
  private final Database database;

  @Inject
  ConnectionSources(LiveConnections live, Database database) {
    this.live = live;
    this.database = database;
  }

  @Override
  public Readiness readiness(String tenantId, String connectionId) {
    return state(tenantId, connectionId)
        .map(
            state ->
                switch (state) {
                  case ACTIVE, STALLED -> Readiness.READY;
                  case PAUSED, NEEDS_REAUTH -> Readiness.RESTING;
                  case DISCONNECTED -> Readiness.ENDED;
                })
        .orElse(Readiness.ENDED);
  }

  private Optional<ConnectionState> state(String tenantId, String connectionId) {
    return database.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setString(1, tenantId);
            statement.setString(2, connectionId);
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(ConnectionState.valueOf(row.getString(1)))
                  : Optional.empty();
            }
          }
        });
  }

  @Override
  public List<Source> of(String tenantId, String connectionId, String runId) {
    return live.sources(tenantId, connectionId, runId);
  }
}
