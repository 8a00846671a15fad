package dev.patchbay.host.connect;

import dev.patchbay.host.event.EventLog;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;

/**
 * Hands the outcome of an attempt to the CRM by way of the browser: the browser carries a text that
 * stands for it, and the CRM's server trades that text for the outcome, once.
 */
@Singleton
public class ConnectResults {
  private final ConnectSessions sessions;
  private final EventLog events;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectResults(
      ConnectSessions sessions, EventLog events, Transactions transactions, Clock clock) {
    this.sessions = sessions;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Writes down, in the running transaction, that an attempt has made or revived a connection.
   *
   * @throws ConnectFailure if the attempt is gone, since its person was erased meanwhile
   */
  void connected(ConnectSession attempt, String connectionId) {
    sessions
        .findToChange(attempt.tenantId(), attempt.id())
        .orElseThrow(() -> new ConnectFailure(ResultPage.EXPIRED, "The attempt was withdrawn."))
        .connected(connectionId);
    events.append(
        attempt.tenantId(),
        "connect-session.connected",
        attempt.id(),
        Map.of("connection", connectionId));
  }

  /** Writes down that an attempt has failed. */
  void failed(String tenantId, String sessionId, String why) {
    transactions.run(
        () ->
            sessions
                .findToChange(tenantId, sessionId)
                .filter(session -> session.failed(why))
                .ifPresent(this::tellOfFailure));
  }

  private void tellOfFailure(ConnectSession session) {
    events.append(session.tenantId(), "connect-session.failed", session.id(), Map.of());
  }

  /**
   * Ends an attempt in the browser; each end has a text of its own, and only the last one counts.
   */
  ConnectEnd end(String tenantId, String sessionId, ResultPage page) {
    var result = RandomText.secret();
    return transactions.call(
        () ->
            new ConnectEnd(
                page,
                sessions
                    .findToChange(tenantId, sessionId)
                    .flatMap(session -> session.answeredBy(SecretHash.of(result)))
                    .map(origin -> new ConnectReply(result, origin))));
  }

  /** Trades the text for what it stands for. */
  ConnectSessionSummary redeem(String tenantId, String result) {
    return transactions.call(
        () ->
            sessions
                .redeem(tenantId, SecretHash.of(result))
                .map(session -> ConnectSessionSummary.of(session, clock.instant()))
                .orElseThrow(ConnectResults::unknown));
  }

  private static ProblemException unknown() {
    return ProblemException.of(
        ProblemType.NOT_FOUND,
        "This result is unknown, or was asked for before. Look at the connect session itself.");
  }
}
