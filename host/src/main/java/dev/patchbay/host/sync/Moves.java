package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.host.record.Difference;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells an item that was moved to a collection from a new one. An item that another collection
 * holds as well may be a copy, so it is looked up whether it left that one, now: that collection
 * may have been pulled before the move.
 */
final class Moves {
  private final PullStore store;
  private final HeldRun run;
  private final Map<String, StoredCollection> collections;
  private final Glance glance;

  Moves(PullStore store, HeldRun run, List<StoredCollection> collections, Glance glance) {
    this.store = store;
    this.run = run;
    this.collections =
        collections.stream().collect(Collectors.toMap(StoredCollection::id, Function.identity()));
    this.glance = glance;
  }

  /** Whether there is another collection that an item could come from, or go to. */
  boolean arePossible() {
    return collections.size() > 1;
  }

  /**
   * Finds which of the differences are items that came from another collection.
   *
   * @return the collections that they came from, by external id
   */
  Map<String, String> of(RecordScope scope, List<Difference> differences) {
    List<String> added =
        differences.stream()
            .filter(difference -> difference.stored() == Difference.Stored.NOTHING)
            .map(Difference::change)
            .map(Change::externalId)
            .toList();
    if (added.isEmpty() || !arePossible()) {
      return Map.of();
    }
    Map<String, Elsewhere> elsewhere = store.elsewhere(scope, added);
    return elsewhere.isEmpty() ? Map.of() : departed(elsewhere);
  }

  /** Which of these came to another collection after that one was pulled. */
  Set<Departure> arriving(List<Departure> departures) {
    Set<Departure> arriving = new HashSet<>();
    for (StoredCollection collection : collections.values()) {
      Map<String, Departure> others =
          departures.stream()
              .filter(gone -> !gone.collectionId().equals(collection.id()))
              .collect(Collectors.toMap(Departure::externalId, Function.identity(), (a, b) -> a));
      if (!others.isEmpty()) {
        Cursor from = store.state(scope(collection.id())).cursor();
        glance
            .whichCame(collection.collectionId(), from, others.keySet())
            .forEach(id -> arriving.add(others.get(id)));
      }
    }
    return arriving;
  }

  private RecordScope scope(String collectionId) {
    Lease lease = run.lease();
    return new RecordScope(lease.tenantId(), lease.connectionId(), lease.type(), collectionId);
  }

  /** A record that the CRM deleted cannot be seen to leave, only to come. */
  private Map<String, String> departed(Map<String, Elsewhere> elsewhere) {
    Map<String, String> departed = new HashMap<>();
    store.departures(run.lease()).stream()
        .filter(gone -> isFrom(elsewhere.get(gone.externalId()), gone.collectionId()))
        .forEach(gone -> departed.put(gone.externalId(), gone.collectionId()));
    elsewhere.forEach(
        (id, place) -> {
          if (place.deleted()) {
            departed.put(id, place.collectionId());
          }
        });
    elsewhere.keySet().removeAll(departed.keySet());
    elsewhere.values().stream()
        .map(Elsewhere::collectionId)
        .distinct()
        .filter(collections::containsKey)
        .forEach(source -> departed.putAll(left(source, elsewhere)));
    return departed;
  }

  private static boolean isFrom(Elsewhere place, String collectionId) {
    return place != null && place.collectionId().equals(collectionId);
  }

  private Map<String, String> left(String source, Map<String, Elsewhere> elsewhere) {
    Set<String> candidates =
        elsewhere.entrySet().stream()
            .filter(each -> each.getValue().collectionId().equals(source))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return glance
        .whichLeft(
            collections.get(source).collectionId(), store.state(scope(source)).cursor(), candidates)
        .stream()
        .collect(Collectors.toMap(Function.identity(), id -> source));
  }
}
