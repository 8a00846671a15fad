package dev.patchbay.host.webhook;

import dev.patchbay.api.webhook.Notification;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which connections a notification concerns: the one that the address was made for, or those
 * of the account behind the address's own integration. Never one of another tenant or integration,
 * whatever account is named.
 */
@Singleton
class Concerned {
  private static final String OF_ACCOUNT =
      "select id from connection where tenant_id = ? and integration_id = ? and account_id = ?"
          + " and state = 'ACTIVE' order by id";

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  @Inject
  Concerned(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** A delivery for each of them; none if nobody has connected that account here. */
  List<Delivery> by(WebhookAddress address, List<Notification> notifications) {
    List<Delivery> deliveries = new ArrayList<>();
    for (Notification notification : notifications) {
      for (String connection : connections(address, notification.account())) {
        deliveries.add(delivery(address, connection, notification));
      }
    }
    return deliveries;
  }

  private List<String> connections(WebhookAddress address, String account) {
    return address
        .connectionId()
        .map(List::of)
        .orElseGet(() -> database.read(connection -> ofAccount(connection, address, account)));
  }

  private static List<String> ofAccount(Connection database, WebhookAddress address, String account)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(OF_ACCOUNT)) {
      statement.setString(1, address.tenantId());
      statement.setString(2, address.integrationId());
      statement.setString(3, account);
      try (ResultSet rows = statement.executeQuery()) {
        List<String> found = new ArrayList<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    }
  }

  private Delivery delivery(WebhookAddress address, String connection, Notification notification) {
    String type = notification.type().orElse("");
    return new Delivery(
        ids.next("dlv"),
        address.tenantId(),
        address.id(),
        connection,
        type,
        TokenHash.of(type + "\n" + notification.id()),
        clock.instant());
  }
}
