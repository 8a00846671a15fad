package dev.patchbay.host.sync;

import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordTitle;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.sync.PullPlan.PlannedCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the deletions by absence that wait for a person's word. */
@Singleton
class PullPlans {
  private static final String RECORD =
      "select id, data from record where collection_id = ? and external_id = ?"
          + " and deleted_at is null";

  private final Database database;
  private final CollectionStore collections;
  private final Departures departures;

  @Inject
  PullPlans(Database database, CollectionStore collections, Departures departures) {
    this.database = database;
    this.collections = collections;
    this.departures = departures;
  }

  PullPlan plan(String tenantId, String connectionId, String type) {
    return database.read(
        connection -> {
          AbsencePlan plan =
              AbsencePlan.of(
                  departures.of(connection, connectionId, type),
                  collections.of(connection, tenantId, connectionId),
                  departures.unsent(connection, connectionId, type));
          return new PullPlan(
              plan.hash().orElse(null),
              plan.hash().isPresent(),
              plan.held().entrySet().stream().map(PullPlans::collection).toList(),
              items(connection, plan));
        });
  }

  private static PlannedCollection collection(Map.Entry<StoredCollection, List<Departure>> held) {
    StoredCollection collection = held.getKey();
    return new PlannedCollection(
        collection.id(), collection.name(), held.getValue().size(), collection.records());
  }

  private static List<PullPlan.Item> items(Connection database, AbsencePlan plan)
      throws SQLException {
    List<Departure> shown =
        plan.held().values().stream()
            .flatMap(List::stream)
            .sorted(
                Comparator.comparing(Departure::collectionId).thenComparing(Departure::externalId))
            .limit(PullPlan.MOST_ITEMS)
            .toList();
    List<PullPlan.Item> items = new ArrayList<>();
    for (Departure gone : shown) {
      item(database, gone).ifPresent(items::add);
    }
    return items;
  }

  private static Optional<PullPlan.Item> item(Connection database, Departure gone)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(RECORD)) {
      statement.setString(1, gone.collectionId());
      statement.setString(2, gone.externalId());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new PullPlan.Item(
                    row.getString(1),
                    gone.collectionId(),
                    RecordTitle.of(JsonObjects.read(row.getString(2)))))
            : Optional.empty();
      }
    }
  }
}
