package dev.patchbay.host.connection;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What the service of a connection can be asked to tell of, and the way to ask it. */
@Singleton
public class ConnectionSubscribers {
  private final LiveConnections live;

  @Inject
  public ConnectionSubscribers(LiveConnections live) {
    this.live = live;
  }

  /**
   * What can be subscribed to over an active connection.
   *
   * @throws dev.patchbay.host.problem.ProblemException if there is no such connection (404) or it
   *     is not active (409)
   */
  public List<Offer> offered(String tenantId, String connectionId) {
    return live.read(
        tenantId,
        connectionId,
        "list what can be told of",
        client ->
            client.subscribers().stream()
                .map(one -> new Offer(one.type(), one.perCollection()))
                .toList());
  }

  /**
   * Subscribes over an active connection.
   *
   * @throws dev.patchbay.api.error.IntegrationException in the category that fits
   */
  public Subscription subscribe(
      String tenantId, String connectionId, String type, SubscriptionOrder order) {
    return live.write(
        tenantId,
        connectionId,
        "subscribe to changes",
        client -> find(client, type).subscribe(order));
  }

  /** Ends a subscription, over a connection that is paused as well. */
  public void unsubscribe(
      String tenantId, String connectionId, String type, Subscription subscription) {
    var pair = live.load(tenantId, connectionId);
    live.use(
        pair,
        calls ->
            calls.write(
                "end a subscription",
                client -> {
                  find(client, type).unsubscribe(subscription);
                  return true;
                }));
  }

  private static Subscriber find(McpClient client, String type) {
    return client.subscribers().stream()
        .filter(subscriber -> subscriber.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new Rejected("The plugin is not told of " + type + " any more"));
  }

  /**
   * One type that the service can tell of.
   *
   * @param perCollection whether each collection is subscribed to by itself
   */
  public record Offer(String type, boolean perCollection) {}
}
