package dev.patchbay.host.webhook;

import dev.patchbay.host.connection.ConnectionEnded;
import dev.patchbay.host.connection.EndUserErased;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Has deliveries handled and old ones forgotten; those of a connection go with it. */
@Singleton
class InboxCare {
  /** For how long a delivery that comes again is known. */
  static final Duration KEPT = Duration.ofHours(24);

  private final InboxRounds rounds;
  private final Database database;
  private final Deliveries deliveries;
  private final WebhookAddresses addresses;
  private final Jdbc jdbc;
  private final Chores chores;
  private final Clock clock;

  @Inject
  @ConfigProperty(name = "patchbay.webhooks.interval", defaultValue = "PT1S")
  private Duration interval;

  @Inject
  InboxCare(
      InboxRounds rounds,
      Database database,
      Deliveries deliveries,
      WebhookAddresses addresses,
      Jdbc jdbc,
      Chores chores,
      Clock clock) {
    this.rounds = rounds;
    this.database = database;
    this.deliveries = deliveries;
    this.addresses = addresses;
    this.jdbc = jdbc;
    this.chores = chores;
    this.clock = clock;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("handle webhooks", interval, interval, rounds::run);
    chores.repeat("forget old webhooks", Duration.ofMinutes(1), Duration.ofHours(1), this::forget);
  }

  void forget() {
    database.<Void>write(
        connection -> {
          deliveries.forget(connection, clock.instant().minus(KEPT));
          return null;
        });
  }

  /** Within the commit that ends the connection: nobody can tell of it any more. */
  void end(@Observes ConnectionEnded ended) throws SQLException {
    remove(ended.tenantId(), ended.connectionId());
  }

  void erase(@Observes EndUserErased erased) throws SQLException {
    for (String connectionId : erased.connectionIds()) {
      remove(erased.tenantId(), connectionId);
    }
  }

  private void remove(String tenantId, String connectionId) throws SQLException {
    addresses.removeOfConnection(jdbc.connection(), tenantId, connectionId);
    deliveries.remove(jdbc.connection(), tenantId, connectionId);
  }
}
