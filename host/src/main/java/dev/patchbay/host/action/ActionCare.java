package dev.patchbay.host.action;

import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Says of actions whose node died that nobody knows, and forgets old ones. */
@Singleton
public class ActionCare {
  /** How long a key is known. */
  static final Duration KEPT = Duration.ofHours(24);

  /** Longer than any call to a plugin may take, its waits before another attempt included. */
  static final Duration LONGEST = Duration.ofMinutes(15);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ActionRuns runs;
  private final Transactions transactions;
  private final Chores chores;
  private final Clock clock;

  @Inject
  public ActionCare(ActionRuns runs, Transactions transactions, Chores chores, Clock clock) {
    this.runs = runs;
    this.transactions = transactions;
    this.chores = chores;
    this.clock = clock;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("give lost actions up", MINUTE, MINUTE, this::giveUp);
    chores.repeat("forget old actions", MINUTE, Duration.ofHours(1), this::forget);
  }

  void giveUp() {
    transactions.run(
        () -> runs.startedBefore(clock.instant().minus(LONGEST)).forEach(this::giveUp));
  }

  private void giveUp(String runId) {
    runs.toChange(runId)
        .filter(ActionRun::isRunning)
        .ifPresent(
            run ->
                run.fail(
                    Failure.unknown("The server that was doing it has died"), clock.instant()));
  }

  void forget() {
    transactions.run(() -> runs.forgetOlderThan(clock.instant().minus(KEPT)));
  }
}
