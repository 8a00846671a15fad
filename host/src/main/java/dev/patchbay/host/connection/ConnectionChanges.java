package dev.patchbay.host.connection;

import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.function.Consumer;

/** What a person changes of a connection without the service taking part. */
@Singleton
public class ConnectionChanges {
  private final Connections connections;
  private final ConnectionFeed feed;
  private final Event<ConnectionSwitched> switched;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public ConnectionChanges(
      Connections connections,
      ConnectionFeed feed,
      Event<ConnectionSwitched> switched,
      Transactions transactions,
      Clock clock) {
    this.connections = connections;
    this.feed = feed;
    this.switched = switched;
    this.transactions = transactions;
    this.clock = clock;
  }

  void rename(String tenantId, String id, String name) {
    change(tenantId, id, connection -> connection.rename(name.strip()));
  }

  void pause(String tenantId, String id) {
    change(
        tenantId,
        id,
        connection -> {
          connection.pause(clock.instant());
          feed.paused(tenantId, id);
          switched.fire(new ConnectionSwitched(tenantId, id));
        });
  }

  void resume(String tenantId, String id) {
    change(
        tenantId,
        id,
        connection -> {
          connection.resume(clock.instant());
          feed.resumed(tenantId, id);
          switched.fire(new ConnectionSwitched(tenantId, id));
        });
  }

  private void change(String tenantId, String id, Consumer<Connection> change) {
    transactions.run(
        () ->
            change.accept(
                connections
                    .findToChange(tenantId, id)
                    .orElseThrow(() -> ProblemException.notFound("connection", id))));
  }
}
