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
    return of(tenantId, connectionId, type, Notice.NONE);
  }

  /** Refuses besides to tell invitees of a type where the service tells nobody (409). */
  EditScope of(String tenantId, String connectionId, String type, Notice notice) {
    String plugin = transactions.call(() -> permitted(tenantId, connectionId, type));
    TypeDescriptor written = written(plugin, connectionId, type);
    requireNotifiable(plugin, written, notice);
    return scope(tenantId, connectionId, written).with(notice);
  }

  private static void requireNotifiable(String plugin, TypeDescriptor type, Notice notice) {
    if (notice.isDue() && !type.isNotifiable()) {
      throw ProblemException.conflict(
          "The plugin %s cannot tell anybody of changes to records of the type %s: leave out %s."
              .formatted(plugin, type.name(), Notice.PARAMETER));
    }
  }

  /** Refuses besides a type of which the service moves nothing (409). */
  EditScope ofMoves(String tenantId, String connectionId, String type, Notice notice) {
    String plugin = transactions.call(() -> permitted(tenantId, connectionId, type));
    TypeDescriptor written = written(plugin, connectionId, type);
    if (!written.isMovable()) {
      throw ProblemException.conflict(
          ("The plugin %s cannot move records of the type %s to another collection: make a new one"
                  + " there and delete this one.")
              .formatted(plugin, type));
    }
    requireNotifiable(plugin, written, notice);
    return scope(tenantId, connectionId, written).with(notice);
  }

  /** Refuses besides a type of which the service splits no series (409). */
  EditScope ofSplits(String tenantId, String connectionId, String type) {
    String plugin = transactions.call(() -> permitted(tenantId, connectionId, type));
    TypeDescriptor written = written(plugin, connectionId, type);
    if (!written.isSplittable()) {
      throw ProblemException.conflict(
          ("The plugin %s cannot split series of the type %s: end this one by PATCH and make another"
                  + " one that begins there.")
              .formatted(plugin, type));
    }
    return scope(tenantId, connectionId, written);
  }

  private EditScope scope(String tenantId, String connectionId, TypeDescriptor type) {
    return new EditScope(
        tenantId,
        connectionId,
        type.name(),
        Set.copyOf(type.writableFields()),
        type.seriesPath(),
        mapped.of(tenantId, connectionId, type.name()),
        Notice.NONE);
  }

  private TypeDescriptor written(String plugin, String connectionId, String type) {
    return plugins.get(plugin).descriptor().types().stream()
        .filter(declared -> declared.name().equals(type))
        .filter(declared -> !declared.writableFields().isEmpty())
        .findFirst()
        .orElseThrow(() -> readOnly(connectionId, type));
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
