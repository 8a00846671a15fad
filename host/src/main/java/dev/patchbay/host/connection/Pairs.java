package dev.patchbay.host.connection;

import dev.patchbay.host.connection.Pair.Edition;
import dev.patchbay.host.integration.Integrations;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;

/** Loads connections, each with its integration. */
@Singleton
public class Pairs {
  private static final String EDITION =
      "select c.version, i.version from connection c"
          + " join integration i on i.tenant_id = c.tenant_id and i.id = c.integration_id"
          + " where c.tenant_id = ? and c.id = ?";

  private final Connections connections;
  private final Integrations integrations;
  private final Transactions transactions;
  private final Database database;

  @Inject
  public Pairs(
      Connections connections,
      Integrations integrations,
      Transactions transactions,
      Database database) {
    this.connections = connections;
    this.integrations = integrations;
    this.transactions = transactions;
    this.database = database;
  }

  /**
   * @throws ProblemException if there is no such connection (404) or no integration (409)
   */
  Pair load(String tenantId, String connectionId) {
    return transactions.callAlone(
        () -> {
          var connection =
              connections
                  .find(tenantId, connectionId)
                  .orElseThrow(() -> ProblemException.notFound("connection", connectionId));
          var integration =
              integrations
                  .find(tenantId, connection.integrationId())
                  .orElseThrow(() -> withoutIntegration(connection));
          return new Pair(connection, integration, "");
        });
  }

  /**
   * @throws ProblemException if there is no such connection (404) or it is not active (409)
   */
  Pair active(String tenantId, String connectionId) {
    var pair = load(tenantId, connectionId);
    if (pair.connection().state() != ConnectionState.ACTIVE) {
      throw ProblemException.conflict(
          "The connection %s is %s, so nothing can be asked of it."
              .formatted(connectionId, pair.connection().state()));
    }
    return pair;
  }

  /** Whether nothing of the two changed, which costs far less than to load them again. */
  boolean isCurrent(Pair pair) {
    return edition(pair.connection()).filter(pair.edition()::equals).isPresent();
  }

  private Optional<Edition> edition(Connection connection) {
    return database.read(
        jdbc -> {
          try (PreparedStatement statement = jdbc.prepareStatement(EDITION)) {
            statement.setString(1, connection.tenantId());
            statement.setString(2, connection.id());
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(new Edition(row.getLong(1), row.getLong(2)))
                  : Optional.empty();
            }
          }
        });
  }

  private static ProblemException withoutIntegration(Connection connection) {
    return ProblemException.conflict(
        "The connection %s is disconnected, and its integration was removed."
            .formatted(connection.id()));
  }
}
