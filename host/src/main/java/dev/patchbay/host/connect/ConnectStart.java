package dev.patchbay.host.connect;

import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.oauth.Consents;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Takes a person from the link to the service's consent page or to a page of this server, to fill
 * in a form or to choose first; each link works once.
 */
@Singleton
public class ConnectStart {
  private final ConnectSessions sessions;
  private final Integrations integrations;
  private final Plugins plugins;
  private final Consents consents;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectStart(
      ConnectSessions sessions,
      Integrations integrations,
      Plugins plugins,
      Consents consents,
      Transactions transactions,
      Clock clock) {
    this.sessions = sessions;
    this.integrations = integrations;
    this.plugins = plugins;
    this.consents = consents;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Returns where the browser goes next, or nothing if the link is not, or no longer, good. */
  Optional<Departure> start(String token) {
    return transactions.call(
        () -> sessions.start(SecretHash.of(token), clock.instant()).flatMap(this::depart));
  }

  private Optional<Departure> depart(ConnectSession session) {
    if (session.isUndecided()) {
      session.lastsUntil(clock.instant().plus(Consents.PATIENCE));
      return Optional.of(new Departure.ToForm(visit(session)));
    }
    return integration(session).map(one -> depart(session, one));
  }

  /** Sends a person on to what the integration's plugin declares. */
  Departure depart(ConnectSession session, Integration integration) {
    session.lastsUntil(clock.instant().plus(Consents.PATIENCE));
    return isOAuth(integration)
        ? new Departure.ToConsent(consents.ask(integration, session.id()))
        : new Departure.ToForm(visit(session));
  }

  private boolean isOAuth(Integration integration) {
    return plugins
            .find(integration.plugin())
            .orElseThrow(
                () ->
                    new Unavailable(
                        "The plugin " + integration.plugin() + " is not in use any more"))
            .descriptor()
            .authorization()
        instanceof OAuth2;
  }

  private static FormVisit visit(ConnectSession session) {
    var browser = RandomText.secret();
    session.openedBy(SecretHash.of(browser));
    return new FormVisit(session.id(), browser);
  }

  private Optional<Integration> integration(ConnectSession session) {
    return integrations.find(session.tenantId(), session.integrationId());
  }
}
