package dev.patchbay.host.webhook;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.webhook.WebhookScope;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.RandomText;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Gives integrations their addresses, which an admin enters at the service. */
@Singleton
public class IntegrationAddresses {
  private final Integrations integrations;
  private final WebhookAddresses addresses;
  private final Plugins plugins;
  private final PublicAddress publicAddress;
  private final Vault vault;
  private final Transactions transactions;
  private final Jdbc jdbc;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public IntegrationAddresses(
      Integrations integrations,
      WebhookAddresses addresses,
      Plugins plugins,
      PublicAddress publicAddress,
      Vault vault,
      Transactions transactions,
      Jdbc jdbc,
      Ids ids,
      Clock clock) {
    this.integrations = integrations;
    this.addresses = addresses;
    this.plugins = plugins;
    this.publicAddress = publicAddress;
    this.vault = vault;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
  }

  /** Shows the address of an integration. */
  WebhookAddressSummary look(String tenantId, String integrationId) throws SQLException {
    return transactions.<WebhookAddressSummary, SQLException>call(
        () -> {
          Integration integration = require(tenantId, integrationId);
          String setting = secretSetting(integration);
          return addresses
              .ofIntegration(jdbc.connection(), tenantId, integrationId)
              .map(shown -> summary(integration, shown, setting))
              .orElseThrow(
                  () ->
                      ProblemException.notFound(
                          "webhook address of an integration", integrationId));
        });
  }

  /** Makes the address, or another one: what was sent to the one before is not taken any more. */
  WebhookAddressSummary renew(String tenantId, String integrationId) throws SQLException {
    return transactions.<WebhookAddressSummary, SQLException>call(
        () -> {
          Integration integration = require(tenantId, integrationId);
          String setting = secretSetting(integration);
          addresses.removeOfIntegration(jdbc.connection(), tenantId, integrationId);
          return insert(integration, setting);
        });
  }

  private WebhookAddressSummary insert(Integration integration, String setting)
      throws SQLException {
    String id = ids.next("hook");
    String token = RandomText.secret();
    Instant now = clock.instant();
    addresses.insert(
        jdbc.connection(),
        new WebhookAddress(
            id,
            integration.tenantId(),
            integration.plugin(),
            integration.id(),
            Optional.empty(),
            Optional.empty()),
        token,
        vault.seal(WebhookAddress.placeOfToken(integration.tenantId(), id), Secret.of(token)),
        now);
    return new WebhookAddressSummary(url(integration, token), setting, now);
  }

  private WebhookAddressSummary summary(
      Integration integration, WebhookAddresses.Shown shown, String setting) {
    var place = WebhookAddress.placeOfToken(integration.tenantId(), shown.id());
    Secret token = vault.open(place, shown.sealedToken().orElseThrow());
    return new WebhookAddressSummary(url(integration, token.reveal()), setting, shown.createdAt());
  }

  private String url(Integration integration, String token) {
    return publicAddress.webhook(integration.plugin(), token).toString();
  }

  private String secretSetting(Integration integration) {
    return plugins
        .find(integration.plugin())
        .flatMap(plugin -> plugin.descriptor().webhookScope())
        .flatMap(WebhookScope::secretSetting)
        .orElseThrow(
            () ->
                ProblemException.conflict(
                    "%s needs no address: its plugin %s is not told of changes by one of the whole integration."
                        .formatted(integration.name(), integration.plugin())));
  }

  private Integration require(String tenantId, String id) {
    return integrations
        .find(tenantId, id)
        .orElseThrow(() -> ProblemException.notFound("integration", id));
  }
}
