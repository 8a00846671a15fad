package dev.patchbay.host.connect;

import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out what an attempt to connect is for, and refuses what cannot lead anywhere. */
@Singleton
public class ConnectAims {
  private final Integrations integrations;
  private final Connections connections;
  private final Plugins plugins;

  @Inject
  public ConnectAims(Integrations integrations, Connections connections, Plugins plugins) {
    this.integrations = integrations;
    this.connections = connections;
    this.plugins = plugins;
  }

  /** Reads a request against what the tenant has; needs a transaction. */
  ConnectAim of(String tenantId, NewConnectSession request) {
    if (request.connectionId() != null) {
      return again(tenantId, request);
    }
    if (request.integrationId() == null) {
      throw ProblemException.invalid("integrationId", "must be filled in, or else connectionId");
    }
    requireConnectable(tenantId, request.integrationId(), "integrationId");
    return new ConnectAim(
        request.integrationId(), Optional.empty(), Optional.ofNullable(request.endUser()));
  }

  private ConnectAim again(String tenantId, NewConnectSession request) {
    if (request.integrationId() != null || request.endUser() != null) {
      throw ProblemException.invalid(
          "connectionId", "stands alone: integration and end user are those of the connection");
    }
    var connection =
        connections
            .find(tenantId, request.connectionId())
            .orElseThrow(() -> unknown("connectionId", "connection", request.connectionId()));
    requireConnectable(tenantId, connection.integrationId(), "connectionId");
    return aimOf(connection);
  }

  private static ConnectAim aimOf(Connection connection) {
    return new ConnectAim(
        connection.integrationId(), Optional.of(connection.id()), connection.endUser());
  }

  private void requireConnectable(String tenantId, String integrationId, String field) {
    var integration =
        integrations
            .find(tenantId, integrationId)
            .orElseThrow(() -> unknown(field, "integration", integrationId));
    if (plugins.find(integration.plugin()).isEmpty()) {
      throw ProblemException.invalid(field, "belongs to a plugin that is not installed");
    }
  }

  private static ProblemException unknown(String field, String what, String id) {
    return ProblemException.invalid(field, "names no " + what + " of this tenant: " + id);
  }
}
