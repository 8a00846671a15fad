package dev.patchbay.api.webhook;

import dev.patchbay.api.setting.Secret;

/**
 * Understands what a service sends. Belongs to the plugin and not to a connection, since a webhook
 * arrives before it is known whom it concerns. Safe for use by several threads.
 *
 * @since 1
 */
@FunctionalInterface
public interface WebhookReceiver {

  /**
   * Checks that the request is genuine and fresh, and reads it.
   *
   * @param request the request, byte for byte
   * @param secret what the service signs with
   * @throws dev.patchbay.api.error.Rejected if it is forged, replayed or stale
   */
  Receipt receive(WebhookRequest request, Secret secret);
}
