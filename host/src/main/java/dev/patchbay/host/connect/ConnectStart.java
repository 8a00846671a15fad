package dev.patchbay.host.connect;

import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.oauth.Consent;
import dev.patchbay.host.oauth.Consents;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/** Takes a person from the link to the service's consent page; each link works once. */
@Singleton
public class ConnectStart {
  private final ConnectSessions sessions;
  private final Integrations integrations;
  private final Consents consents;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectStart(
      ConnectSessions sessions,
      Integrations integrations,
      Consents consents,
      Transactions transactions,
      Clock clock) {
    this.sessions = sessions;
    this.integrations = integrations;
    this.consents = consents;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns where the browser goes next, or nothing if the link is not, or no longer, good. */
  Optional<Consent> start(String token) {
    return transactions.call(
        () ->
            sessions
                .start(SecretHash.of(token), clock.instant())
                .flatMap(session -> integration(session).map(one -> ask(session, one))));
  }

  private Consent ask(ConnectSession session, Integration integration) {
    session.lastsUntil(clock.instant().plus(Consents.PATIENCE));
    return consents.ask(integration, session.id());
  }

  private Optional<Integration> integration(ConnectSession session) {
    return integrations.find(session.tenantId(), session.integrationId());
  }
}
