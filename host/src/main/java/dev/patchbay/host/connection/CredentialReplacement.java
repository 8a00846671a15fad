package dev.patchbay.host.connection;

import dev.patchbay.api.Account;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.host.integration.SettingsCheck;
import dev.patchbay.host.oauth.Grant;
import dev.patchbay.host.oauth.Grants;
import dev.patchbay.host.oauth.Renewers;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.plugin.FormFields;
import dev.patchbay.host.problem.ProblemException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts what is typed in now in the place of what was typed in before. The service is asked first,
 * and must answer for the same account: until then, and if it refuses, the old one stays in use.
 */
@Singleton
public class CredentialReplacement {
  private final LiveConnections live;
  private final Connections connections;
  private final Renewers renewers;
  private final Introduction introduction;
  private final Grants grants;
  private final GrantNews news;
  private final Transactions transactions;
  private final Event<CredentialReplaced> replaced;

  @Inject
  public CredentialReplacement(
      LiveConnections live,
      Connections connections,
      Renewers renewers,
      Introduction introduction,
      Grants grants,
      GrantNews news,
      Transactions transactions,
      Event<CredentialReplaced> replaced) {
    this.live = live;
    this.connections = connections;
    this.renewers = renewers;
    this.introduction = introduction;
    this.grants = grants;
    this.news = news;
    this.transactions = transactions;
    this.replaced = replaced;
  }

  /**
   * @throws ProblemException if the service does not accept it, in the service's words (422), or it
   *     opens another account (409)
   * @throws dev.patchbay.api.error.IntegrationException if the service gives no answer to go by
   */
  void replace(String tenantId, String connectionId, NewCredential given) {
    var pair = live.load(tenantId, connectionId);
    requireConnected(pair.connection());
    var tried = tried(pair, accepted(live.authorization(pair), given.fields()));
    requireSameAccount(pair.connection(), tried.account());
    var grant = tried.grant().endingAt(Optional.ofNullable(given.endsAt()));
    transactions.run(() -> settle(tenantId, connectionId, grant, tried.account()));
  }

  /** Writes down when what was typed in ends by itself; nothing if that is not known. */
  void expectEnd(String tenantId, String connectionId, ExpectedEnd end) {
    transactions.run(
        () -> {
          var connection = lock(tenantId, connectionId);
          var grant = grants.find(connection.holder()).filter(Grant::isTypedIn);
          grants.keep(
              connection.holder(),
              grant
                  .orElseThrow(() -> notTypedIn(connectionId))
                  .endingAt(Optional.ofNullable(end.endsAt())));
        });
  }

  private static Map<String, String> accepted(
      Authorization authorization, Map<String, Object> given) {
    var declared = FormFields.of(authorization);
    if (declared.isEmpty()) {
      throw ProblemException.conflict(
          "Nothing is typed in for this connection: its account's owner consents on the service's"
              + " page. Make a connect session with its connectionId to connect it again.");
    }
    var check = new SettingsCheck(declared, "fields");
    var accepted = check.accept(given);
    if (!check.errors().isEmpty()) {
      throw ProblemException.invalid(check.errors());
    }
    var texts = new TreeMap<String, String>();
    accepted.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  private Tried tried(Pair pair, Map<String, String> typed) {
    try {
      var grant = renewers.first(pair.integration(), typed);
      return new Tried(grant, introduction.ask(pair.integration(), pair.connection().id(), grant));
    } catch (ReauthorizationNeeded | Rejected e) {
      throw ProblemException.invalid(
              "fields", "are not accepted, so the old ones stay in use: " + e.getMessage())
          .withCategory(e.getClass().getSimpleName())
          .causedBy(e);
    }
  }

  private void settle(String tenantId, String connectionId, Grant grant, Account account) {
    var connection = lock(tenantId, connectionId);
    requireConnected(connection);
    grants.keep(connection.holder(), grant);
    news.accepted(connection, account);
    replaced.fire(new CredentialReplaced(tenantId, connectionId));
  }

  private Connection lock(String tenantId, String connectionId) {
    return connections
        .findToChange(tenantId, connectionId)
        .orElseThrow(() -> ProblemException.notFound("connection", connectionId));
  }

  private static void requireConnected(Connection connection) {
    if (connection.state() == ConnectionState.DISCONNECTED) {
      throw ProblemException.conflict(
          "The connection " + connection.id() + " is disconnected: connect the account again.");
    }
  }

  private static void requireSameAccount(Connection connection, Account account) {
    if (!connection.account().id().equals(account.id())) {
      throw ProblemException.conflict(
          "This connection belongs to %s, but what was typed in opens %s. The old one stays in use."
              .formatted(connection.account().displayName(), account.displayName()));
    }
  }

  private static ProblemException notTypedIn(String connectionId) {
    return ProblemException.conflict(
        "Nothing that a person typed in is kept for %s; its service says when its grant ends."
            .formatted(connectionId));
  }

  private record Tried(Grant grant, Account account) {}
}
