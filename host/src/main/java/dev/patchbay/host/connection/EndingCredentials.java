package dev.patchbay.host.connection;

import dev.patchbay.host.credential.CredentialEnd;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Announces that a credential ends while there is time to connect again. All nodes look; who writes
 * down that an end is announced tells of it, so that people hear of each end once.
 */
@Singleton
public class EndingCredentials {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final CredentialEnds ends;
  private final Transactions transactions;
  private final Event<CredentialEnding> ending;
  private final Chores chores;
  private final Clock clock;

  @Inject
  public EndingCredentials(
      CredentialEnds ends,
      Transactions transactions,
      Event<CredentialEnding> ending,
      Chores chores,
      Clock clock) {
    this.ends = ends;
    this.transactions = transactions;
    this.ending = ending;
    this.chores = chores;
    this.clock = clock;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("announce credentials that end", FIRST, PAUSE, this::announce);
  }

  private void announce() {
    var before = clock.instant().plus(CredentialEnd.NOTICE);
    transactions.callAlone(() -> ends.unannounced(before)).forEach(this::announce);
  }

  private void announce(CredentialEnding one) {
    transactions.runAlone(
        () -> {
          if (ends.announce(one)) {
            ending.fire(one);
          }
        });
  }
}
