package dev.patchbay.host.webhook;

import dev.patchbay.host.credential.Place;
import java.util.Optional;

/**
 * Where a service tells one tenant of changes.
 *
 * @param connectionId the connection that it was made for; empty if it serves a whole integration
 * @param sealedSecret what is signed with, if it is this address's own
 */
record WebhookAddress(
    String id,
    String tenantId,
    String plugin,
    String integrationId,
    Optional<String> connectionId,
    Optional<byte[]> sealedSecret) {
  private static final String TABLE = "webhook_address";

  static Place placeOfSecret(String tenantId, String id) {
    return new Place(tenantId, TABLE, id, "sealed_secret");
  }

  static Place placeOfToken(String tenantId, String id) {
    return new Place(tenantId, TABLE, id, "sealed_token");
  }

  @Override
  public String toString() {
    return "WebhookAddress[" + id + "]";
  }
}
