package dev.patchbay.host.mapping;

import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows and keeps the mappings of a tenant's integrations and connections, and of no other's. */
@Singleton
public class MappingDesk {
  private final FieldMappings mappings;
  private final Integrations integrations;
  private final Connections connections;
  private final Plugins plugins;
  private final Database database;
  private final Transactions transactions;

  @Inject
  public MappingDesk(
      FieldMappings mappings,
      Integrations integrations,
      Connections connections,
      Plugins plugins,
      Database database,
      Transactions transactions) {
    this.mappings = mappings;
    this.integrations = integrations;
    this.connections = connections;
    this.plugins = plugins;
    this.database = database;
    this.transactions = transactions;
  }

  FieldMapping ofIntegration(String tenantId, String id) {
    pluginOfIntegration(tenantId, id);
    return own(tenantId, id);
  }

  FieldMapping ofConnection(String tenantId, String id) {
    pluginOfConnection(tenantId, id);
    return own(tenantId, id);
  }

  private FieldMapping own(String tenantId, String id) {
    return database.read(db -> mappings.find(db, tenantId, id)).orElse(FieldMapping.NONE);
  }

  /** What holds for a connection, whoever said it. */
  FieldMapping effective(String tenantId, String id) {
    pluginOfConnection(tenantId, id);
    return database
        .read(db -> mappings.of(db, tenantId, Set.of(id)))
        .getOrDefault(id, ConnectionMapping.NONE)
        .effective();
  }

  FieldMapping keepForIntegration(String tenantId, String id, FieldMapping mapping) {
    return keep(tenantId, id, mapping, pluginOfIntegration(tenantId, id));
  }

  FieldMapping keepForConnection(String tenantId, String id, FieldMapping mapping) {
    return keep(tenantId, id, mapping, pluginOfConnection(tenantId, id));
  }

  private FieldMapping keep(String tenantId, String id, FieldMapping mapping, String plugin) {
    MappingRules.require(mapping, types(plugin));
    return database.write(
        db -> {
          mappings.put(db, tenantId, id, mapping);
          return mapping;
        });
  }

  private Set<String> types(String plugin) {
    return plugins.get(plugin).descriptor().types().stream()
        .map(TypeDescriptor::name)
        .collect(Collectors.toSet());
  }

  private String pluginOfIntegration(String tenantId, String id) {
    return transactions
        .call(() -> integrations.find(tenantId, id).map(Integration::plugin))
        .orElseThrow(() -> ProblemException.notFound("integration", id));
  }

  private String pluginOfConnection(String tenantId, String id) {
    return transactions
        .call(() -> connections.find(tenantId, id).map(Connection::plugin))
        .orElseThrow(() -> ProblemException.notFound("connection", id));
  }
}
