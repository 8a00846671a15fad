package dev.patchbay.host.webhook;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.WebhookScope;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.integration.IntegrationSecrets;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.ReadyPlugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds what the requests to an address are checked with. */
@Singleton
class WebhookSecrets {
  private final Integrations integrations;
  private final IntegrationSecrets secrets;
  private final Vault vault;
  private final Transactions transactions;

  @Inject
  WebhookSecrets(
      Integrations integrations,
      IntegrationSecrets secrets,
      Vault vault,
      Transactions transactions) {
    this.integrations = integrations;
    this.secrets = secrets;
    this.vault = vault;
    this.transactions = transactions;
  }

  /** Empty as long as nobody has filled it in: then nothing can be genuine. */
  Optional<Secret> of(WebhookAddress address, ReadyPlugin plugin) {
    Optional<Secret> found =
        address.sealedSecret().isPresent()
            ? address.sealedSecret().map(bytes -> vault.open(place(address), bytes))
            : plugin
                .descriptor()
                .webhookScope()
                .flatMap(WebhookScope::secretSetting)
                .flatMap(name -> setting(address, name));
    return found.filter(secret -> !secret.reveal().isBlank());
  }

  private static Place place(WebhookAddress address) {
    return WebhookAddress.placeOfSecret(address.tenantId(), address.id());
  }

  private Optional<Secret> setting(WebhookAddress address, String name) {
    return transactions
        .callAlone(() -> integrations.find(address.tenantId(), address.integrationId()))
        .flatMap(integration -> secrets.settings(integration).text(name))
        .map(Secret::of);
  }
}
