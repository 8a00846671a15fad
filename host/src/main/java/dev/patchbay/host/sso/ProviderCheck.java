package dev.patchbay.host.sso;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.oauth.OAuthClient;
import dev.patchbay.host.openid.Discovery;
import dev.patchbay.host.openid.KeySets;
import dev.patchbay.host.openid.Metadata;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.sso.ProviderReport.Step;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Tries what can be tried of a provider without a person: its document, its keys, and whether it
 * knows this server. For the last it is shown a code that nobody made: a provider that calls the
 * code wrong has accepted the client.
 */
@Singleton
public class ProviderCheck {
  private final Providers providers;
  private final ProviderClients clients;
  private final Discovery discovery;
  private final KeySets keys;
  private final Transactions transactions;

  @Inject
  public ProviderCheck(
      Providers providers,
      ProviderClients clients,
      Discovery discovery,
      KeySets keys,
      Transactions transactions) {
    this.providers = providers;
    this.clients = clients;
    this.discovery = discovery;
    this.keys = keys;
    this.transactions = transactions;
  }

  ProviderReport run(String tenantId) {
    Provider provider =
        transactions
            .call(() -> providers.of(tenantId))
            .orElseThrow(() -> ProblemException.notFound("single sign-on of the tenant", tenantId));
    List<Step> steps = new ArrayList<>();
    try {
      Metadata metadata = discovery.learn(provider.issuer(), ProviderClients.SENDER);
      steps.add(hosts(provider, metadata));
      steps.add(keys(provider, metadata));
      steps.add(client(clients.of(provider)));
    } catch (IntegrationException e) {
      steps.add(new Step("discovery", false, e.getMessage()));
    }
    return ProviderReport.of(steps);
  }

  private static Step hosts(Provider provider, Metadata metadata) {
    var further = new TreeSet<>(metadata.hosts());
    further.removeAll(provider.hosts());
    return further.isEmpty()
        ? new Step("discovery", true, "The provider's document is in order.")
        : new Step(
            "discovery",
            false,
            "The provider's document leads to %s now: if that is right, save the settings again."
                .formatted(String.join(", ", further)));
  }

  private Step keys(Provider provider, Metadata metadata) {
    try {
      var published =
          keys.of(metadata.keysUrl(), clients.sender(provider), set -> !set.getKeys().isEmpty());
      return published.getKeys().isEmpty()
          ? new Step("keys", false, metadata.keysUrl() + " holds no key.")
          : new Step("keys", true, "The provider publishes keys.");
    } catch (IntegrationException e) {
      return new Step("keys", false, e.getMessage());
    }
  }

  private static Step client(OAuthClient client) {
    try {
      return client.refusesStrayCode()
          ? new Step("client", true, "The provider knows the client id and the secret.")
          : new Step("client", false, "The provider takes a code that it never made.");
    } catch (IntegrationException e) {
      return new Step("client", false, e.getMessage());
    }
  }
}
