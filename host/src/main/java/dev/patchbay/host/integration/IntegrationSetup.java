package dev.patchbay.host.integration;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.page.Page;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Sets plugins up for a tenant, changes the set-ups and takes them away. */
@Singleton
public class IntegrationSetup {
  private final Integrations integrations;
  private final IntegrationSecrets secrets;
  private final Plugins plugins;
  private final ClientTrial trial;
  private final PublicAddress address;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public IntegrationSetup(
      Integrations integrations,
      IntegrationSecrets secrets,
      Plugins plugins,
      ClientTrial trial,
      PublicAddress address,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.integrations = integrations;
    this.secrets = secrets;
    this.plugins = plugins;
    this.trial = trial;
    this.address = address;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  IntegrationSummary create(String tenantId, IntegrationDraft draft) {
    var plugin = descriptor(draft.plugin());
    var integration =
        new Integration(
            ids.next(Integration.PREFIX),
            tenantId,
            draft.plugin(),
            draft.name().strip(),
            clock.instant());
    new IntegrationForm(plugin, secrets, integration).apply(draft.asChange());
    return transactions.call(
        () -> {
          integrations.add(integration);
          return summary(integration);
        });
  }

  /** Changes an integration; another client only if the service knows it. */
  IntegrationSummary change(String tenantId, String id, IntegrationChange change) {
    tryClient(tenantId, id, change);
    return transactions.call(
        () -> {
          var integration = require(tenantId, id);
          var plugin = descriptor(integration.plugin());
          new IntegrationForm(plugin, secrets, integration).apply(change);
          integrations.save(integration);
          return summary(integration);
        });
  }

  /** No transaction may be running, since none may wait for a service. */
  private void tryClient(String tenantId, String id, IntegrationChange change) {
    var integration = transactions.callAlone(() -> require(tenantId, id));
    if (!change.changesClient() || integration.clientId().isEmpty()) {
      return;
    }
    var clientId = change.newClientId().or(integration::clientId).orElseThrow();
    var secret = change.newClientSecret().orElseGet(() -> secrets.clientSecret(integration));
    try {
      trial.require(integration, clientId, secret);
    } catch (Rejected e) {
      throw ProblemException.invalid(
              "clientSecret", "is not accepted, so the client stays as it is: " + e.getMessage())
          .withCategory(e.getClass().getSimpleName())
          .causedBy(e);
    }
  }

  public IntegrationSummary allow(String tenantId, String id, Permissions permissions) {
    return transactions.call(
        () -> {
          var integration = require(tenantId, id);
          requireKnown(permissions, descriptor(integration.plugin()));
          integration.allow(permissions);
          integrations.save(integration);
          return summary(integration);
        });
  }

  private static void requireKnown(Permissions permissions, PluginDescriptor plugin) {
    requireKnown(
        "types", permissions.types(), plugin.types().stream().map(TypeDescriptor::name).toList());
    requireKnown(
        "actions",
        permissions.actions(),
        plugin.actions().stream().map(ActionDescriptor::name).toList());
  }

  private static void requireKnown(String field, Set<String> allowed, List<String> known) {
    var unknown = new TreeSet<>(Optional.ofNullable(allowed).orElseGet(Set::of));
    unknown.removeAll(Set.copyOf(known));
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(
          field,
          "holds %s, and may hold what the plugin offers: %s"
              .formatted(
                  String.join(", ", unknown), known.isEmpty() ? "none" : String.join(", ", known)));
    }
  }

  Page<IntegrationSummary> list(String tenantId, PageQuery query) {
    return transactions.call(
        () -> {
          var page = Page.cut(query, integrations.list(tenantId, query), Integration::id);
          var ids = page.items().stream().map(Integration::id).toList();
          var counts = integrations.connections(tenantId, ids);
          return page.map(
              one ->
                  IntegrationSummary.of(
                      one,
                      address.redirectUri(),
                      counts.getOrDefault(one.id(), 0L),
                      clock.instant()));
        });
  }

  IntegrationSummary get(String tenantId, String id) {
    return transactions.call(() -> summary(require(tenantId, id)));
  }

  void remove(String tenantId, String id) {
    transactions.run(
        () -> {
          var integration = require(tenantId, id);
          var connected = connections(integration);
          if (connected > 0) {
            throw ProblemException.conflict(
                "The integration %s still has %d connection(s): disconnect them first."
                    .formatted(integration.name(), connected));
          }
          integrations.remove(integration);
        });
  }

  private Integration require(String tenantId, String id) {
    return integrations
        .find(tenantId, id)
        .orElseThrow(() -> ProblemException.notFound("integration", id));
  }

  private IntegrationSummary summary(Integration integration) {
    return IntegrationSummary.of(
        integration, address.redirectUri(), connections(integration), clock.instant());
  }

  private long connections(Integration integration) {
    return integrations
        .connections(integration.tenantId(), List.of(integration.id()))
        .getOrDefault(integration.id(), 0L);
  }

  private PluginDescriptor descriptor(String plugin) {
    return plugins
        .find(plugin)
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "plugin", "\"" + plugin + "\" is no plugin of this server; see GET /plugins"))
        .descriptor();
  }
}
