package dev.patchbay.host.webhook;

import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.GroupCommit;
import dev.patchbay.host.persistence.UniqueViolation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes deliveries in, so that they are there after any crash; one that is there already is not.
 */
@Singleton
class Inbox {
  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_TRIES = 5;

  private final Database database;
  private final Deliveries deliveries;
  private final GroupCommit<List<Delivery>> commit = new GroupCommit<>(MOST_AT_ONCE, this::write);

  @Inject
  Inbox(Database database, Deliveries deliveries) {
    this.database = database;
    this.deliveries = deliveries;
  }

  /** Returns once they are durable. */
  void keep(List<Delivery> received) {
    if (!received.isEmpty()) {
      commit.add(received);
    }
  }

  private void write(List<List<Delivery>> groups) {
    List<Delivery> all = groups.stream().flatMap(List::stream).toList();
    for (int tries = 1; ; tries++) {
      try {
        database.<Void>write(
            connection -> {
              deliveries.insert(connection, news(connection, all));
              return null;
            });
        return;
      } catch (RuntimeException e) {
        if (tries == MOST_TRIES || !UniqueViolation.isBehind(e)) {
          throw e;
        }
      }
    }
  }

  private List<Delivery> news(Connection connection, List<Delivery> all) throws SQLException {
    Set<List<String>> seen = new HashSet<>();
    List<Delivery> news = new ArrayList<>();
    for (Delivery one : all) {
      if (seen.add(List.of(one.addressId(), one.connectionId(), one.hash()))
          && !deliveries.isKnown(connection, one)) {
        news.add(one);
      }
    }
    return news;
  }
}
