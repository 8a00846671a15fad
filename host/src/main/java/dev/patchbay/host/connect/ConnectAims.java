package dev.patchbay.host.connect;

import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds out what an attempt to connect is for, and refuses what cannot lead anywhere. */
@Singleton
public class ConnectAims {
  /** The most integrations that a session can offer. */
  static final int MOST = 100;

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
    return new ConnectAim(
        asked(tenantId, request), Optional.empty(), Optional.ofNullable(request.endUser()));
  }

  private Set<String> asked(String tenantId, NewConnectSession request) {
    if (request.integrationId() == null) {
      return request.integrationIds() == null ? all(tenantId) : some(tenantId, request);
    }
    if (request.integrationIds() != null) {
      throw ProblemException.invalid("integrationIds", "must be left out beside integrationId");
    }
    requireConnectable(tenantId, request.integrationId(), "integrationId");
    return Set.of(request.integrationId());
  }

  private Set<String> some(String tenantId, NewConnectSession request) {
    for (int i = 0; i < request.integrationIds().size(); i++) {
      requireConnectable(tenantId, request.integrationIds().get(i), "integrationIds[" + i + "]");
    }
    return new TreeSet<>(request.integrationIds());
  }

  private Set<String> all(String tenantId) {
    var ids =
        integrations.first(tenantId, MOST).stream()
            .filter(integration -> plugins.find(integration.plugin()).isPresent())
            .map(Integration::id)
            .collect(Collectors.toSet());
    if (ids.isEmpty()) {
      throw ProblemException.conflict(
          "There is nothing to connect: an admin has to set up an integration first.");
    }
    return ids;
  }

  private ConnectAim again(String tenantId, NewConnectSession request) {
    if (request.integrationId() != null || request.endUser() != null) {
      throw standsAlone();
    }
    if (request.integrationIds() != null) {
      throw standsAlone();
    }
    var connection =
        connections
            .find(tenantId, request.connectionId())
            .orElseThrow(() -> unknown("connectionId", "connection", request.connectionId()));
    requireConnectable(tenantId, connection.integrationId(), "connectionId");
    return aimOf(connection);
  }

  private static ProblemException standsAlone() {
    return ProblemException.invalid(
        "connectionId", "stands alone: integration and end user are those of the connection");
  }

  private static ConnectAim aimOf(Connection connection) {
    return new ConnectAim(
        Set.of(connection.integrationId()), Optional.of(connection.id()), connection.endUser());
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
