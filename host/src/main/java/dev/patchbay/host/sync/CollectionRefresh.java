package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.StoredCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Learns at the start of a run which collections there are. One that vanished keeps its records: it
 * may be a lost permission, and that must never look like a thousand deletions.
 */
@Singleton
class CollectionRefresh {
  private final Database database;
  private final CollectionStore store;
  private final Ids ids;

  @Inject
  CollectionRefresh(Database database, CollectionStore store, Ids ids) {
    this.database = database;
    this.store = store;
    this.ids = ids;
  }

  /** Returns the collections that can be read now. */
  List<StoredCollection> refresh(HeldRun run, Source source) {
    Map<String, Collection> listed = list(source);
    CollectionChanges changes = changes(run.lease(), listed);
    if (!changes.isEmpty()) {
      run.write(
          run.report().plus(Tally.NONE, changes.notes()),
          connection -> changes.write(connection, store, run.lease()));
    }
    return changes.readable();
  }

  private CollectionChanges changes(Lease lease, Map<String, Collection> listed) {
    Map<String, StoredCollection> known =
        database
            .read(connection -> store.of(connection, lease.tenantId(), lease.connectionId()))
            .stream()
            .filter(collection -> collection.type().equals(lease.type()))
            .collect(Collectors.toMap(StoredCollection::externalId, Function.identity()));
    return CollectionChanges.between(
        known,
        listed,
        collection -> StoredCollection.listed(ids.next("col"), lease.type(), collection));
  }

  private static Map<String, Collection> list(Source source) {
    Map<String, Collection> listed = new LinkedHashMap<>();
    Set<Cursor> asked = new HashSet<>();
    Page<Collection> page;
    Cursor from = Cursor.start();
    do {
      if (!asked.add(from)) {
        throw new PullFailure("The service's list of collections runs in a circle");
      }
      page = page(source, from);
      page.items().forEach(collection -> listed.put(collection.id().value(), collection));
      from = page.next().orElse(Cursor.start());
    } while (!page.last());
    return listed;
  }

  private static Page<Collection> page(Source source, Cursor from) {
    try {
      return source.collections(from);
    } catch (IntegrationException | ProblemException | CancellationException e) {
      throw e;
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw new SourceDefect(e);
    }
  }
}
