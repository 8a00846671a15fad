package dev.patchbay.host.connect;

import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.integration.PublicAddress;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.RandomText;
import dev.patchbay.host.security.SecretHash;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Makes the links with which people start to connect an account. */
@Singleton
public class ConnectInvitation {
  static final Duration LIFETIME = Duration.ofMinutes(15);
  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final ConnectSessions sessions;
  private final ConnectAims aims;
  private final ConnectOrigins origins;
  private final PublicAddress address;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public ConnectInvitation(
      ConnectSessions sessions,
      ConnectAims aims,
      ConnectOrigins origins,
      PublicAddress address,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.sessions = sessions;
    this.aims = aims;
    this.origins = origins;
    this.address = address;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  ConnectSessionSummary invite(String tenantId, NewConnectSession request) {
    var token = RandomText.secret();
    var now = clock.instant();
    return transactions
        .call(
            () -> {
              sessions.forgetEnded(now.minus(REMEMBERED));
              var session =
                  new ConnectSession(
                      ids.next(ConnectSession.PREFIX),
                      tenantId,
                      aims.of(tenantId, request),
                      origins.require(tenantId, request.origin()),
                      SecretHash.of(token),
                      now,
                      now.plus(LIFETIME));
              sessions.add(session);
              return ConnectSessionSummary.of(session, now);
            })
        .withLink(token, address.connectUrl(token));
  }

  ConnectSessionSummary look(String tenantId, String id) {
    return transactions.call(
        () ->
            sessions
                .find(tenantId, id)
                .map(session -> ConnectSessionSummary.of(session, clock.instant()))
                .orElseThrow(() -> ProblemException.notFound("connect session", id)));
  }
}
