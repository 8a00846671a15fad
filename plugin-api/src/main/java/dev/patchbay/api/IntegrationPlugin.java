package dev.patchbay.api;

import dev.patchbay.api.webhook.WebhookReceiver;
import java.util.Optional;

/**
 * Teaches Patchbay one service. This is the class that a plugin jar names in {@code
 * META-INF/services/dev.patchbay.api.IntegrationPlugin}.
 *
 * <p>The host makes one instance per server and injects its constructor or fields with what the
 * plugin guide lists. An instance is safe for use by several threads and keeps nothing of any
 * connection.
 *
 * @since 1
 */
public interface IntegrationPlugin {

  /** What the plugin says of itself; the same at every call, without any exchange. */
  PluginDescriptor descriptor();

  /**
   * The client of one connection; made for a call or a run and then forgotten, without any
   * exchange.
   *
   * @param context all that the client gets from the host
   */
  McpClient open(ConnectionContext context);

  /** Understands what the service sends on its own; empty if it sends nothing. */
  default Optional<WebhookReceiver> webhooks() {
    return Optional.empty();
  }
}
