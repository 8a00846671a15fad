package dev.patchbay.host.connect;

import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a person choose among the integrations that their session allows, in the one browser in
 * which the link was opened. What is chosen stays chosen: the session is for it and no other.
 */
@Singleton
public class ConnectChoices {
  private final ConnectSessions sessions;
  private final Integrations integrations;
  private final Plugins plugins;
  private final ConnectStart start;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectChoices(
      ConnectSessions sessions,
      Integrations integrations,
      Plugins plugins,
      ConnectStart start,
      Transactions transactions,
      Clock clock) {
    this.sessions = sessions;
    this.integrations = integrations;
    this.plugins = plugins;
    this.start = start;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What there is to choose from; nothing if the choice is made, over, or another browser's. */
  Optional<List<Choice>> show(String sessionId, Optional<String> browser) {
    return transactions.call(
        () ->
            undecided(sessionId, browser)
                .map(session -> session.allowed().stream().flatMap(id -> choice(session, id)))
                .map(choices -> choices.sorted(Comparator.comparing(Choice::service)).toList()));
  }

  /** Binds the session to what was chosen, and returns where the browser goes next. */
  Optional<Departure> choose(String sessionId, Optional<String> browser, String integrationId) {
    return transactions.call(
        () ->
            undecided(sessionId, browser)
                .filter(session -> session.allows(integrationId))
                .flatMap(session -> bind(session, integrationId)));
  }

  private Optional<Departure> bind(ConnectSession session, String integrationId) {
    return integrations
        .find(session.tenantId(), integrationId)
        .map(
            integration -> {
              session.bindTo(integrationId);
              return start.depart(session, integration);
            });
  }

  private Optional<ConnectSession> undecided(String sessionId, Optional<String> browser) {
    return browser
        .flatMap(text -> sessions.ofVisitor(sessionId, SecretHash.of(text)))
        .filter(session -> session.state(clock.instant()).equals(ConnectState.OPEN))
        .filter(ConnectSession::isUndecided);
  }

  private Stream<Choice> choice(ConnectSession session, String integrationId) {
    return integrations.find(session.tenantId(), integrationId).stream()
        .flatMap(
            integration ->
                plugins.find(integration.plugin()).stream()
                    .map(plugin -> Choice.of(integration, plugin)));
  }
}
