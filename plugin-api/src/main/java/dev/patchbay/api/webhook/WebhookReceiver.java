package dev.patchbay.api.webhook;

import dev.patchbay.api.setting.Secret;

/**
 * Understands what a service sends. Belongs to the plugin and not to a connection, since a webhook
 * arrives before it is known whom it concerns. A function of its arguments and nothing else: it
 * makes no exchange, keeps nothing, asks no clock ({@link WebhookRequest#receivedAt()} is the
 * time). Safe for use by several threads, and quick: services wait a few seconds.
 *
 * <p>The host has found the address, has limited the size, and knows the secret. The receiver does
 * the rest in this order: check that the request is genuine over its raw bytes ({@link Hmac}, or
 * {@link Secret#equals} for a token), check that it is fresh ({@link WebhookRequest#requireFresh}),
 * and only then parse it.
 *
 * @since 1
 */
@FunctionalInterface
public interface WebhookReceiver {

  /**
   * Checks that the request is genuine and fresh, and reads it.
   *
   * @param request the request, byte for byte
   * @param secret what the service signs with: of the integration's setting that {@link
   *     WebhookScope} names, or the one that the {@link SubscriptionOrder} carried
   * @return what to answer, or what was notified; an event that means nothing here is {@link
   *     Receipt#nothing()}
   * @throws dev.patchbay.api.error.Rejected if it is forged, replayed, stale or unreadable; the
   *     sender learns only that it was refused
   */
  Receipt receive(WebhookRequest request, Secret secret);
}
