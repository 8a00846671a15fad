package dev.patchbay.host.webhook;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.persistence.Database;
import java.time.Instant;
import java.util.Optional;

/** Addresses of webhooks for tests of other packages: an integration's, and a connection's. */
public final class PreparedAddresses {
  private static final String SHARED = "hook_shared";
  private static final String OWN = "hook_own";

  private PreparedAddresses() {}

  public static void on(
      TestDatabase database,
      Vault vault,
      Integration integration,
      String connectionId,
      Instant now) {
    var tenant = integration.tenantId();
    var token = vault.seal(WebhookAddress.placeOfToken(tenant, SHARED), Secret.of("token"));
    var secret = vault.seal(WebhookAddress.placeOfSecret(tenant, OWN), Secret.of("secret"));
    var shared = address(integration, SHARED, Optional.empty(), Optional.empty());
    var own = address(integration, OWN, Optional.of(connectionId), Optional.of(secret));
    var addresses = new WebhookAddresses();
    new Database(database.dataSource())
        .<Void>write(
            connection -> {
              addresses.insert(connection, shared, "token of the integration", token, now);
              addresses.insert(connection, own, "token of the connection", null, now);
              return null;
            });
  }

  private static WebhookAddress address(
      Integration integration,
      String id,
      Optional<String> connectionId,
      Optional<byte[]> sealedSecret) {
    return new WebhookAddress(
        id,
        integration.tenantId(),
        integration.plugin(),
        integration.id(),
        connectionId,
        sealedSecret);
  }
}
