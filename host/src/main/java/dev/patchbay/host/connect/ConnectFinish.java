package dev.patchbay.host.connect;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.host.integration.Integration;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.oauth.AuthorizationRequest;
import dev.patchbay.host.oauth.CodeExchange;
import dev.patchbay.host.oauth.Consents;
import dev.patchbay.host.oauth.Consents.Returned;
import dev.patchbay.host.oauth.OAuthClients;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.PluginDefect;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;

/** Brings a person back from the service's consent page, and what they granted to its place. */
@Singleton
public class ConnectFinish {
  private static final System.Logger LOG = System.getLogger(ConnectFinish.class.getName());

  private final Consents consents;
  private final ConnectSessions sessions;
  private final Integrations integrations;
  private final OAuthClients clients;
  private final CodeExchange codes;
  private final Establishment establishment;
  private final ConnectResults results;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectFinish(
      Consents consents,
      ConnectSessions sessions,
      Integrations integrations,
      OAuthClients clients,
      CodeExchange codes,
      Establishment establishment,
      ConnectResults results,
      Transactions transactions,
      Clock clock) {
    this.consents = consents;
    this.sessions = sessions;
    this.integrations = integrations;
    this.clients = clients;
    this.codes = codes;
    this.establishment = establishment;
    this.results = results;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param browser the text of the cookie that left with the person, if it came back
   */
  ConnectEnd finish(Callback callback, Optional<String> browser) {
    return consents
        .welcomeBack(callback.state(), browser)
        .map(returned -> end(returned.request(), conclude(returned, callback)))
        .orElse(ConnectEnd.at(ResultPage.UNKNOWN));
  }

  private ConnectEnd end(AuthorizationRequest request, ResultPage page) {
    return results.end(request.tenantId(), request.sessionId(), page);
  }

  private ResultPage conclude(Returned returned, Callback callback) {
    var request = returned.request();
    try {
      connect(returned, callback);
      return ResultPage.CONNECTED;
    } catch (ConnectFailure e) {
      return fail(request, e.page(), e.getMessage());
    } catch (IntegrationException | PluginDefect e) {
      return fail(request, ResultPage.FAILED, e.getMessage());
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Connecting failed in session " + request.sessionId(), e);
      return fail(
          request, ResultPage.FAILED, "Something unexpected happened; the server's log has more");
    }
  }

  private void connect(Returned returned, Callback callback) {
    var request = returned.request();
    requireInTime(request);
    var session = session(request);
    var integration = integration(request);
    Refusals.requireIssuer(callback, clients.of(integration).endpoints());
    requireCode(callback);
    var grant = codes.spend(integration, callback.code(), returned);
    establishment.establish(session, integration, grant);
  }

  private void requireInTime(AuthorizationRequest request) {
    if (request.hasExpired(clock.instant())) {
      throw new ConnectFailure(
          ResultPage.EXPIRED,
          "Consent took longer than %d minutes: start again."
              .formatted(Consents.PATIENCE.toMinutes()));
    }
  }

  private static void requireCode(Callback callback) {
    if (callback.error().isPresent()) {
      throw Refusals.of(callback.error().get());
    }
  }

  private ConnectSession session(AuthorizationRequest request) {
    return transactions
        .call(() -> sessions.find(request.tenantId(), request.sessionId()))
        .filter(session -> session.state(clock.instant()) == ConnectState.OPEN)
        .orElseThrow(() -> new ConnectFailure(ResultPage.EXPIRED, "The attempt was over already."));
  }

  private Integration integration(AuthorizationRequest request) {
    return transactions
        .call(() -> integrations.find(request.tenantId(), request.integrationId()))
        .orElseThrow(
            () ->
                new ConnectFailure(
                    ResultPage.FAILED, "The integration was removed in the meantime."));
  }

  private ResultPage fail(AuthorizationRequest request, ResultPage page, String why) {
    results.failed(request.tenantId(), request.sessionId(), why);
    return page;
  }
}
