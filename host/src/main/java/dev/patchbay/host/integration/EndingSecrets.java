package dev.patchbay.host.integration;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.credential.CredentialEnd;
import dev.patchbay.host.event.EventLog;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.startup.HostStarted;
import dev.patchbay.host.time.Chores;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Announces that a client secret ends, which would end every connection behind its integration; for
 * each end once, whichever node notices.
 */
@Singleton
public class EndingSecrets {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration PAUSE = Duration.ofHours(1);
  private static final String ENDING = "integration.secret-ending";

  private final Integrations integrations;
  private final Transactions transactions;
  private final EventLog events;
  private final Audit audit;
  private final Chores chores;
  private final Clock clock;

  @Inject
  public EndingSecrets(
      Integrations integrations,
      Transactions transactions,
      EventLog events,
      Audit audit,
      Chores chores,
      Clock clock) {
    this.integrations = integrations;
    this.transactions = transactions;
    this.events = events;
    this.audit = audit;
    this.chores = chores;
    this.clock = clock;
  }

  void begin(@Observes HostStarted started) {
    chores.repeat("announce client secrets that end", FIRST, PAUSE, this::announce);
  }

  private void announce() {
    var before = clock.instant().plus(CredentialEnd.NOTICE);
    transactions.callAlone(() -> integrations.unannounced(before)).forEach(this::announce);
  }

  private void announce(SecretEnding one) {
    transactions.runAlone(
        () -> {
          if (integrations.announce(one)) {
            tell(one.tenantId(), one.integrationId(), one.endsAt());
          }
        });
  }

  private void tell(String tenantId, String id, Instant endsAt) {
    events.append(tenantId, ENDING, id, Map.of("endsAt", endsAt.toString()));
    audit.record(Deed.done(tenantId, Actor.SERVER, ENDING, id).with("endsAt", endsAt.toString()));
  }
}
