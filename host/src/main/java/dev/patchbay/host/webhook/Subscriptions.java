package dev.patchbay.host.webhook;

import dev.patchbay.host.connection.Connection;
import dev.patchbay.host.connection.ConnectionState;
import dev.patchbay.host.connection.ConnectionSubscribers;
import dev.patchbay.host.connection.ConnectionSubscribers.Offer;
import dev.patchbay.host.connection.Connections;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.webhook.KeptSubscription.Wanted;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what a connection is told of in step with what it has: subscribes to a collection that
 * appeared, takes a new subscription well before the old one ends and gives up the old one only
 * then, and ends what is not wanted any more.
 */
@Singleton
class Subscriptions {
  /** How soon a collection that appeared is subscribed to. */
  static final Duration LOOK_AGAIN = Duration.ofMinutes(15);

  private static final Duration NEVER_MIND = Duration.ofDays(1);
  private static final Duration NOT_LISTED_YET = Duration.ofSeconds(5);
  private static final Duration FIRST_PULL = Duration.ofMinutes(10);

  private final Connections connections;
  private final ConnectionSubscribers subscribers;
  private final CollectionStore collections;
  private final SubscriptionRows rows;
  private final SubscriptionOffice office;
  private final Database database;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  Subscriptions(
      Connections connections,
      ConnectionSubscribers subscribers,
      CollectionStore collections,
      SubscriptionRows rows,
      SubscriptionOffice office,
      Database database,
      Transactions transactions,
      Clock clock) {
    this.connections = connections;
    this.subscribers = subscribers;
    this.collections = collections;
    this.rows = rows;
    this.office = office;
    this.database = database;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Does what is due, and says when to look again.
   *
   * @throws dev.patchbay.api.error.IntegrationException if the service cannot be asked now
   */
  Instant keep(String tenantId, String connectionId) {
    Optional<Connection> connection =
        transactions.callAlone(() -> connections.find(tenantId, connectionId));
    if (connection.filter(one -> one.state() == ConnectionState.ACTIVE).isPresent()) {
      return keep(connection.get());
    }
    if (connection.filter(one -> one.state() == ConnectionState.PAUSED).isPresent()) {
      endAll(tenantId, connectionId);
    }
    return clock.instant().plus(NEVER_MIND);
  }

  private Instant keep(Connection connection) {
    List<Offer> offers = subscribers.offered(connection.tenantId(), connection.id());
    if (offers.isEmpty()) {
      return clock.instant().plus(NEVER_MIND);
    }
    List<StoredCollection> listed =
        database.read(db -> collections.of(db, connection.tenantId(), connection.id()));
    List<KeptSubscription> good = new ArrayList<>();
    List<KeptSubscription> old = new ArrayList<>(of(connection.tenantId(), connection.id()));
    for (Wanted wanted : wanted(offers, listed)) {
      KeptSubscription kept =
          good(old, wanted).orElseGet(() -> office.subscribe(connection, wanted));
      old.remove(kept);
      good.add(kept);
    }
    old.forEach(office::end);
    return next(connection, good, listed.isEmpty());
  }

  private static Set<Wanted> wanted(List<Offer> offers, List<StoredCollection> listed) {
    Set<Wanted> wanted = new LinkedHashSet<>();
    for (Offer offer : offers) {
      wanted.add(new Wanted(offer.type(), ""));
      listed.stream()
          .filter(one -> offer.perCollection() && one.type().equals(offer.type()) && !one.lost())
          .forEach(one -> wanted.add(new Wanted(offer.type(), one.externalId())));
    }
    return wanted;
  }

  private Optional<KeptSubscription> good(List<KeptSubscription> old, Wanted wanted) {
    return old.stream()
        .filter(one -> one.wanted().equals(wanted) && one.isGoodAt(clock.instant()))
        .findFirst();
  }

  private Instant next(Connection connection, List<KeptSubscription> good, boolean nothingListed) {
    Instant now = clock.instant();
    boolean young = connection.createdAt().plus(FIRST_PULL).isAfter(now);
    Instant look = now.plus(nothingListed && young ? NOT_LISTED_YET : LOOK_AGAIN);
    return good.stream()
        .flatMap(one -> one.dueAt().stream())
        .reduce(look, (a, b) -> a.isBefore(b) ? a : b);
  }

  /** The subscriptions of a connection. */
  List<KeptSubscription> of(String tenantId, String connectionId) {
    return database.read(db -> rows.of(db, tenantId, connectionId));
  }

  /** Ends them all, here and at the service. */
  void endAll(String tenantId, String connectionId) {
    of(tenantId, connectionId).forEach(office::end);
  }
}
