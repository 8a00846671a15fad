package dev.patchbay.host.edit;

import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.MappedRecords;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** Knows what can be edited over which connection; another tenant's is not there. */
@Singleton
public class EditScopes {
  private final Connections connections;
  private final Integrations integrations;
  private final Plugins plugins;
  private final MappedRecords mapped;
  private final Transactions transactions;

  @Inject
  public EditScopes(
      Connections connections,
      Integrations integrations,
      Plugins plugins,
      MappedRecords mapped,
      Transactions transactions) {
    this.connections = connections;
    this.integrations = integrations;
    this.plugins = plugins;
    this.mapped = mapped;
    this.transactions = transactions;
  }

  /** Refuses a connection that is not there (404) or ended (409), and a type that is only read. */
  EditScope of(String tenantId, String connectionId, String type) {
    String plugin = transactions.call(() -> permitted(tenantId, connectionId, type));
    Set<String> fields =
        plugins.get(plugin).descriptor().types().stream()
            .filter(declared -> declared.name().equals(type))
            .findFirst()
            .map(TypeDescriptor::writableFields)
            .map(Set::copyOf)
            .orElse(Set.of());
    if (fields.isEmpty()) {
      throw readOnly(connectionId, type);
    }
    return new EditScope(
        tenantId, connectionId, type, fields, mapped.of(tenantId, connectionId, type));
  }

  /** Refuses a connection that the tenant does not have. */
  void requireKnown(String tenantId, String connectionId) {
    if (transactions.call(() -> connections.find(tenantId, connectionId)).isEmpty()) {
      throw ProblemException.notFound("connection", connectionId);
    }
  }

  private String permitted(String tenantId, String connectionId, String type) {
    Connection connection =
        connections
            .find(tenantId, connectionId)
            .orElseThrow(() -> ProblemException.notFound("connection", connectionId));
    if (connection.state() == ConnectionState.DISCONNECTED) {
      throw ProblemException.conflict(
          "The connection %s is DISCONNECTED: nothing can be written over it."
              .formatted(connectionId));
    }
    return integrations
        .find(tenantId, connection.integrationId())
        .filter(integration -> integration.permissions().allowsType(type))
        .map(Integration::plugin)
        .orElseThrow(() -> readOnly(connectionId, type));
  }

  private static ProblemException readOnly(String connectionId, String type) {
    return ProblemException.conflict(
        "Records of the type %s cannot be written over the connection %s."
            .formatted(type, connectionId));
  }
}
