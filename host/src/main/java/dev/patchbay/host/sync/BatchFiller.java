package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.sync.Change;
import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.Difference;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.RecordWrite;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * Puts into a batch what a page changes. Only what differs from the records is mapped; an item that
 * cannot be understood is set aside, and the rest goes on.
 */
final class BatchFiller {
  private static final System.Logger LOG = System.getLogger(BatchFiller.class.getName());
  private static final int ITEMS_AT_ONCE = 5_000;
  private static final int MAPPED_AT_ONCE = 250;
  private static final int LONGEST_REASON = 200;

  private final PullStore store;
  private final ItemMapper mapper;
  private final Mapping mapping;
  private final Moves moves;
  private boolean defectLogged;

  BatchFiller(PullStore store, ItemMapper mapper, Executor executor, Moves moves) {
    this.store = store;
    this.mapper = mapper;
    this.mapping = new Mapping(mapper, executor);
    this.moves = moves;
  }

  /**
   * @param commit sends the batch off: needed before an item that it holds comes again, and when it
   *     gets too heavy
   */
  void fill(Batches batches, RecordScope scope, List<Change> items, Runnable commit) {
    for (int from = 0; from < items.size(); from += ITEMS_AT_ONCE) {
      List<Change> part = items.subList(from, Math.min(items.size(), from + ITEMS_AT_ONCE));
      if (part.stream().map(Change::externalId).anyMatch(batches::holds)) {
        commit.run();
        batches.settle();
      }
      fillPart(batches, scope, part, commit);
    }
  }

  private void fillPart(Batches batches, RecordScope scope, List<Change> part, Runnable commit) {
    List<Change> storable = storable(batches.filling(), part);
    List<Difference> differences = store.compare(scope, latestOfEach(storable));
    batches.filling().pass(storable.size() - differences.size());
    List<Difference> here = leaving(batches.filling(), differences);
    Map<String, String> moved = moves.of(scope, here);
    for (int from = 0; from < here.size(); from += MAPPED_AT_ONCE) {
      int to = Math.min(here.size(), from + MAPPED_AT_ONCE);
      for (Mapped mapped : mapping.of(here.subList(from, to))) {
        if (batches.filling().isHeavy()) {
          commit.run();
        }
        add(batches.filling(), scope, mapped, moved);
      }
    }
  }

  /** Puts what left into the batch, and returns the rest. */
  private List<Difference> leaving(Batch batch, List<Difference> differences) {
    List<Difference> here = new ArrayList<>(differences.size());
    for (Difference difference : differences) {
      if (difference.change() instanceof Change.Gone gone) {
        leave(batch, deletion(gone));
      } else {
        here.add(difference);
      }
    }
    return here;
  }

  private List<Change> storable(Batch batch, List<Change> items) {
    List<Change> storable = new ArrayList<>(items.size());
    for (Change item : items) {
      try {
        mapper.requireStorable(item);
        storable.add(item);
      } catch (IntegrationException e) {
        batch.fail(RunError.ofItem(item.externalId(), e));
      }
    }
    return storable;
  }

  private static List<Change> latestOfEach(List<Change> items) {
    Map<String, Change> latest = new LinkedHashMap<>(items.size() * 2);
    items.forEach(item -> latest.put(item.externalId(), item));
    return List.copyOf(latest.values());
  }

  private void add(Batch batch, RecordScope scope, Mapped mapped, Map<String, String> moved) {
    Change change = mapped.difference().change();
    mapped.write().ifPresent(row -> write(batch, mapped.difference(), row, moved));
    mapped
        .failure()
        .ifPresent(failure -> batch.fail(RunError.ofItem(change.externalId(), failure)));
    if (mapped.isDefect()) {
      logFirst(scope, change.externalId(), mapped.failure().orElseThrow());
    }
  }

  private static void write(
      Batch batch, Difference difference, RecordWrite row, Map<String, String> moved) {
    if (moved.containsKey(row.externalId())) {
      batch.arrive(row, moved.get(row.externalId()));
    } else {
      batch.write(difference, row);
    }
  }

  /** An item is no longer in the collection. */
  private void leave(Batch batch, Deletion deletion) {
    if (moves.arePossible()) {
      batch.depart(deletion);
    } else {
      batch.delete(deletion);
    }
  }

  private static Deletion deletion(Change.Gone gone) {
    String reason = gone.reason();
    return new Deletion(
        gone.externalId(),
        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)),
        gone.mergedInto().orElse(null));
  }

  private void logFirst(RecordScope scope, String externalId, Throwable defect) {
    if (!defectLogged) {
      defectLogged = true;
      LOG.log(
          Level.WARNING,
          "The plugin of %s cannot map the item %s; further ones of this pass are only counted"
              .formatted(scope, externalId),
          defect);
    }
  }
}
