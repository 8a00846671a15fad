package dev.patchbay.host.connect;

import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.integration.SettingsCheck;
import dev.patchbay.host.oauth.Grant;
import dev.patchbay.host.oauth.Renewers;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.FormFields;
import dev.patchbay.host.plugin.PluginDefect;
import dev.patchbay.host.plugin.Plugins;
import dev.patchbay.host.plugin.ReadyPlugin;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes what a person types in from the one browser in which the link was opened, and keeps it only
 * after the service has accepted it. It may be put right a few times: this is no place to try
 * passwords.
 */
@Singleton
public class ConnectForms {
  private static final System.Logger LOG = System.getLogger(ConnectForms.class.getName());

  private final ConnectSessions sessions;
  private final Integrations integrations;
  private final Plugins plugins;
  private final Renewers renewers;
  private final Establishment establishment;
  private final ConnectResults results;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectForms(
      ConnectSessions sessions,
      Integrations integrations,
      Plugins plugins,
      Renewers renewers,
      Establishment establishment,
      ConnectResults results,
      Transactions transactions,
      Clock clock) {
    this.sessions = sessions;
    this.integrations = integrations;
    this.plugins = plugins;
    this.renewers = renewers;
    this.establishment = establishment;
    this.results = results;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is to be filled in; nothing if the attempt is over or another browser's. */
  Optional<FormPage> show(String sessionId, Optional<String> browser) {
    return visit(sessionId, browser)
        .map(
            visit ->
                FormPage.of(
                    visit.plugin().descriptor().name(), FormFields.of(visit.authorization())));
  }

  /** Tries what was typed in, and connects the account if the service accepts it. */
  FormAnswer submit(String sessionId, Optional<String> browser, Map<String, Object> typed) {
    return visit(sessionId, browser)
        .map(visit -> take(visit, typed))
        .orElseGet(() -> FormAnswer.end(ConnectEnd.at(ResultPage.UNKNOWN)));
  }

  private FormAnswer take(Visit visit, Map<String, Object> typed) {
    var check = new SettingsCheck(FormFields.of(visit.authorization()), "fields");
    var accepted = check.accept(typed);
    if (!check.errors().isEmpty()) {
      return FormAnswer.wrong(check.errors());
    }
    if (!mayTry(visit.session())) {
      return fail(visit, "What was typed in was refused too often.");
    }
    return attempt(visit, accepted);
  }

  private FormAnswer attempt(Visit visit, Map<String, Object> accepted) {
    try {
      establishment.establish(visit.session(), visit.integration(), grant(visit, accepted));
      return end(visit, ResultPage.CONNECTED);
    } catch (ConnectFailure e) {
      return fail(visit, e.getMessage());
    } catch (ReauthorizationNeeded | Rejected e) {
      return FormAnswer.again(
          "The service does not accept these details: %s. Check them and try again.", e);
    } catch (IntegrationException e) {
      return FormAnswer.again("The service cannot be asked: %s. Try again later.", e);
    } catch (PluginDefect e) {
      return fail(visit, "The plugin failed; the server's log has more");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Connecting failed in session " + visit.session().id(), e);
      return fail(visit, "Something unexpected happened; the server's log has more");
    }
  }

  private Grant grant(Visit visit, Map<String, Object> accepted) {
    var texts = new TreeMap<String, String>();
    accepted.forEach((name, value) -> texts.put(name, value.toString()));
    return renewers.first(visit.integration(), texts);
  }

  private boolean mayTry(ConnectSession session) {
    return transactions.call(
        () ->
            sessions
                .findToChange(session.tenantId(), session.id())
                .filter(ConnectSession::mayTry)
                .isPresent());
  }

  private FormAnswer fail(Visit visit, String why) {
    results.failed(visit.session().tenantId(), visit.session().id(), why);
    return end(visit, ResultPage.FAILED);
  }

  private FormAnswer end(Visit visit, ResultPage page) {
    var session = visit.session();
    return FormAnswer.end(results.end(session.tenantId(), session.id(), page));
  }

  private Optional<Visit> visit(String sessionId, Optional<String> browser) {
    return transactions.call(
        () ->
            browser
                .flatMap(text -> sessions.ofBrowser(sessionId, SecretHash.of(text)))
                .filter(session -> session.state(clock.instant()) == ConnectState.OPEN)
                .flatMap(this::visit));
  }

  private Optional<Visit> visit(ConnectSession session) {
    return integrations
        .find(session.tenantId(), session.integrationId())
        .flatMap(
            integration ->
                plugins
                    .find(integration.plugin())
                    .map(plugin -> new Visit(session, integration, plugin)));
  }

  private record Visit(ConnectSession session, Integration integration, ReadyPlugin plugin) {

    Authorization authorization() {
      return plugin.descriptor().authorization();
    }
  }
}
