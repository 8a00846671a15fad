package dev.patchbay.host.webhook;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.webhook.Subscription;
import dev.patchbay.api.webhook.SubscriptionOrder;
import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionSubscribers;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.webhook.KeptSubscription.Wanted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes and ends single subscriptions. Its address is there before the service hears of it, since
 * services try an address at once; and it is gone before the service is asked to stop.
 */
@Singleton
class SubscriptionOffice {
  private static final System.Logger LOG = System.getLogger(SubscriptionOffice.class.getName());
  private static final Duration ASK_AGAIN = Duration.ofDays(1);

  private final ConnectionSubscribers subscribers;
  private final Database database;
  private final WebhookAddresses addresses;
  private final SubscriptionRows rows;
  private final PublicAddress publicAddress;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;

  @Inject
  SubscriptionOffice(
      ConnectionSubscribers subscribers,
      Database database,
      WebhookAddresses addresses,
      SubscriptionRows rows,
      PublicAddress publicAddress,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.subscribers = subscribers;
    this.database = database;
    this.addresses = addresses;
    this.rows = rows;
    this.publicAddress = publicAddress;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Subscribes; a service that does not tell of it is asked again tomorrow.
   *
   * @throws dev.patchbay.api.error.IntegrationException if it may work sooner
   */
  KeptSubscription subscribe(Connection connection, Wanted wanted) {
    String id = ids.next("sub");
    String token = RandomText.secret();
    Secret secret = Secret.of(RandomText.secret());
    KeptSubscription ordered =
        KeptSubscription.ordered(
            id, connection.tenantId(), connection.id(), wanted, clock.instant());
    write(connection, ordered, token, secret);
    try {
      var address = publicAddress.webhook(connection.plugin(), token);
      return update(ordered.active(ask(ordered, SubscriptionOrder.of(id, address, secret))));
    } catch (Rejected e) {
      removeAddress(id);
      return update(ordered.refused(e.getMessage(), clock.instant().plus(ASK_AGAIN)));
    } catch (RuntimeException e) {
      remove(id);
      throw e;
    }
  }

  private Subscription ask(KeptSubscription ordered, SubscriptionOrder order) {
    return subscribers.subscribe(
        ordered.tenantId(),
        ordered.connectionId(),
        ordered.type(),
        ordered.collection().isEmpty() ? order : order.in(new CollectionId(ordered.collection())));
  }

  private void write(Connection connection, KeptSubscription ordered, String token, Secret secret) {
    String tenant = connection.tenantId();
    byte[] sealed = vault.seal(WebhookAddress.placeOfSecret(tenant, ordered.id()), secret);
    var address =
        new WebhookAddress(
            ordered.id(),
            tenant,
            connection.plugin(),
            connection.integrationId(),
            Optional.of(connection.id()),
            Optional.of(sealed));
    database.<Void>write(
        db -> {
          addresses.insert(db, address, token, null, ordered.createdAt());
          rows.insert(db, ordered);
          return null;
        });
  }

  private KeptSubscription update(KeptSubscription subscription) {
    return database.write(
        db -> {
          rows.update(db, subscription);
          return subscription;
        });
  }

  /** Ends one; what the service cannot be told now it will find out by itself. */
  void end(KeptSubscription subscription) {
    removeAddress(subscription.id());
    try {
      subscription
          .atService()
          .ifPresent(
              known ->
                  subscribers.unsubscribe(
                      subscription.tenantId(),
                      subscription.connectionId(),
                      subscription.type(),
                      known));
    } catch (RuntimeException e) {
      LOG.log(
          Level.INFO,
          "The subscription " + subscription.id() + " ends at the service by itself: " + e);
    }
    remove(subscription.id());
  }

  private void removeAddress(String id) {
    database.<Void>write(
        db -> {
          addresses.remove(db, id);
          return null;
        });
  }

  private void remove(String id) {
    database.<Void>write(
        db -> {
          addresses.remove(db, id);
          rows.remove(db, id);
          return null;
        });
  }
}
