package dev.patchbay.host.webhook;

import dev.patchbay.api.Account;
import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.McpClient;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.webhook.Notification;
import dev.patchbay.api.webhook.Receipt;
import dev.patchbay.api.webhook.Subscriber;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;
import dev.patchbay.api.webhook.WebhookReceiver;
import dev.patchbay.api.webhook.WebhookScope;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A plugin whose service tells of changes for a day and must then be asked again. */
final class Announcer implements IntegrationPlugin, Subscriber {
  static final Duration LIFE = Duration.ofDays(1);

  /** What the service was asked, as {@code + calendar} and {@code - calendar}, in order. */
  final List<String> asked = new ArrayList<>();

  final List<SubscriptionOrder> orders = new ArrayList<>();
  Supplier<Instant> clock;
  Optional<RuntimeException> failure = Optional.empty();

  @Override
  public PluginDescriptor descriptor() {
    return PluginDescriptor.builder("Announcer", AuthorizationServer.declared().build())
        .egressHosts(AuthorizationServer.HOST, AuthorizationServer.API_HOST)
        .types(TypeDescriptor.readOnly("event", "Events"))
        .webhooks(WebhookScope.subscription())
        .build();
  }

  @Override
  public McpClient open(ConnectionContext context) {
    return new McpClient() {
      @Override
      public Account check() {
        return Account.of("ada", "Ada", Set.of());
      }

      @Override
      public List<Subscriber> subscribers() {
        return List.of(Announcer.this);
      }
    };
  }

  @Override
  public Optional<WebhookReceiver> webhooks() {
    return Optional.of(
        (request, secret) -> {
          if (!request.header("token").map(Secret::of).filter(secret::equals).isPresent()) {
            throw new Rejected("Another token");
          }
          return Receipt.of(List.of(Notification.of("1").about("event")));
        });
  }

  @Override
  public String type() {
    return "event";
  }

  @Override
  public Subscription subscribe(SubscriptionOrder order) {
    failure.ifPresent(
        thrown -> {
          throw thrown;
        });
    orders.add(order);
    asked.add("+ " + order.collection().map(CollectionId::value).orElse("all"));
    return Subscription.of(order.id(), "external " + asked.get(asked.size() - 1))
        .until(clock.get().plus(LIFE));
  }

  @Override
  public void unsubscribe(Subscription subscription) {
    asked.add("- " + subscription.externalId().substring("external + ".length()));
  }
}
