package dev.patchbay.host.webhook;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.host.connection.ConnectionEnded;
import dev.patchbay.host.connection.ConnectionEnding;
import dev.patchbay.host.connection.ConnectionEstablished;
import dev.patchbay.host.connection.ConnectionRecovered;
import dev.patchbay.host.connection.ConnectionSwitched;
import dev.patchbay.host.connection.EndUserErased;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Jdbc;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import dev.patchbay.host.webhook.Upkeep.Due;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Has each connection's subscriptions looked at when they are due, by one node at a time. */
@Singleton
class SubscriptionCare {
  private static final System.Logger LOG = System.getLogger(SubscriptionCare.class.getName());
  private static final int MOST_AT_ONCE = 16;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration TAKEN_FOR = Duration.ofMinutes(15);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration FAREWELL = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 7;

  private final Subscriptions subscriptions;
  private final SubscriptionRows rows;
  private final Upkeep upkeep;
  private final Reachability reachability;
  private final Database database;
  private final Jdbc jdbc;
  private final Chores chores;
  private final ExecutorService threads;
  private final Clock clock;

  @Inject
  SubscriptionCare(
      Subscriptions subscriptions,
      SubscriptionRows rows,
      Upkeep upkeep,
      Reachability reachability,
      Database database,
      Jdbc jdbc,
      Chores chores,
      ExecutorService threads,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.rows = rows;
    this.upkeep = upkeep;
    this.reachability = reachability;
    this.database = database;
    this.jdbc = jdbc;
    this.chores = chores;
    this.threads = threads;
    this.clock = clock;
  }

  void begin(@Observes HostStarted started) {
    if (reachability.isGiven()) {
      chores.repeat("look after subscriptions", PAUSE, PAUSE, this::look);
    } else {
      LOG.log(Level.INFO, Reachability.missing());
    }
  }

  /** Looks at those that are due, some at a time. */
  void look() {
    List<Due> due = database.read(db -> upkeep.due(db, clock.instant(), MOST_AT_ONCE));
    CompletableFuture.allOf(
            due.stream()
                .map(one -> CompletableFuture.runAsync(() -> take(one), threads))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void take(Due due) {
    Instant until = clock.instant().plus(TAKEN_FOR);
    if (move(due, until, due.failures())) {
      keep(due.until(until));
    }
  }

  private void keep(Due taken) {
    try {
      move(taken, subscriptions.keep(taken.tenantId(), taken.connectionId()), 0);
    } catch (RuntimeException e) {
      LOG.log(
          Level.INFO,
          "The subscriptions of " + taken.connectionId() + " are looked at again later: " + e);
      move(taken, clock.instant().plus(patience(e, taken.failures())), taken.failures() + 1);
    }
  }

  private static Duration patience(RuntimeException failure, int failures) {
    Optional<Duration> asked =
        failure instanceof RateLimited limit ? limit.retryAfter() : Optional.empty();
    return asked.orElse(FIRST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
  }

  private boolean move(Due due, Instant next, int failures) {
    return database.write(db -> upkeep.move(db, due, next, failures));
  }

  void connected(@Observes ConnectionEstablished event) throws SQLException {
    upkeep.wake(jdbc.connection(), event.tenantId(), event.connectionId(), clock.instant());
  }

  void recovered(@Observes ConnectionRecovered event) throws SQLException {
    upkeep.wake(jdbc.connection(), event.tenantId(), event.connectionId(), clock.instant());
  }

  void switched(@Observes ConnectionSwitched event) throws SQLException {
    upkeep.wake(jdbc.connection(), event.tenantId(), event.connectionId(), clock.instant());
  }

  /** The grant is still there: the service can be told, if it listens soon. */
  void farewell(@Observes ConnectionEnding event) {
    if (subscriptions.of(event.tenantId(), event.connectionId()).isEmpty()) {
      return;
    }
    CompletableFuture.runAsync(
            () -> subscriptions.endAll(event.tenantId(), event.connectionId()), threads)
        .completeOnTimeout(null, FAREWELL.toSeconds(), TimeUnit.SECONDS)
        .exceptionally(failure -> null)
        .join();
  }

  void end(@Observes ConnectionEnded event) throws SQLException {
    remove(event.tenantId(), event.connectionId());
  }

  void erase(@Observes EndUserErased event) throws SQLException {
    for (String connectionId : event.connectionIds()) {
      remove(event.tenantId(), connectionId);
    }
  }

  private void remove(String tenantId, String connectionId) throws SQLException {
    rows.removeOfConnection(jdbc.connection(), tenantId, connectionId);
    upkeep.remove(jdbc.connection(), tenantId, connectionId);
  }
}
