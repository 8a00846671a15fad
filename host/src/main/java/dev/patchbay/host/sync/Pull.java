package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/** Brings all collections of one source up to date. */
@Singleton
class Pull {
  private static final System.Logger LOG = System.getLogger(Pull.class.getName());

  private final CollectionRefresh refresh;
  private final PullStore store;
  private final ItemMapper mapper;
  private final Clock clock;

  @Inject
  Pull(CollectionRefresh refresh, PullStore store, ItemMapper mapper, Clock clock) {
    this.refresh = refresh;
    this.store = store;
    this.mapper = mapper;
    this.clock = clock;
  }

  /**
   * Pulls until everything is read. What stops the whole source is thrown; a collection that alone
   * cannot be read does not keep the others from it.
   *
   * @param executor fetches pages ahead
   * @param wanted tells which deletions a person confirmed
   */
  Pulled run(HeldRun run, Source source, Executor executor, Wanted wanted) {
    AllCollections all = new AllCollections(run, source, executor, refresh.refresh(run, source));
    boolean complete = all.pullAll();
    String runId = run.lease().runId();
    List<Departure> departures =
        store.departures(run.lease()).stream()
            .filter(gone -> complete || !gone.runId().equals(runId))
            .toList();
    return new Pulled(complete, deleted(run, wanted, departures, all.moves));
  }

  /**
   * Deletes what left and came to no other collection. If one could not be read, that is told of
   * what left in an earlier run: else a broken collection would keep all others from it.
   */
  private Optional<String> deleted(
      HeldRun run, Wanted wanted, List<Departure> departures, Moves moves) {
    AbsencePlan plan = AbsencePlan.of(departures, store.collections(run.lease()));
    Optional<String> awaited = plan.hash().filter(hash -> !wanted.confirms(hash));
    Set<Departure> arriving = moves.arriving(departures);
    departures.stream()
        .filter(gone -> !arriving.contains(gone) && (awaited.isEmpty() || !plan.holds(gone)))
        .collect(Collectors.groupingBy(Departure::collectionId))
        .forEach((id, gone) -> store.delete(run, scope(run, id), gone));
    if (awaited.isPresent()) {
      run.write(run.report().plus(Tally.NONE, plan.notes()));
    }
    return awaited;
  }

  private static RecordScope scope(HeldRun run, String collectionId) {
    Lease lease = run.lease();
    return new RecordScope(lease.tenantId(), lease.connectionId(), lease.type(), collectionId);
  }

  /** One way through all collections. */
  private final class AllCollections {
    private final HeldRun run;
    private final List<StoredCollection> collections;
    private final Moves moves;
    private final CollectionPull pull;

    AllCollections(
        HeldRun run, Source source, Executor executor, List<StoredCollection> collections) {
      this.run = run;
      this.collections = collections;
      this.moves = new Moves(store, run, collections, new Glance(source));
      this.pull = new CollectionPull(source, executor, store, mapper, moves, clock);
    }

    boolean pullAll() {
      boolean complete = true;
      for (StoredCollection collection : collections) {
        complete &= pulled(collection);
      }
      return complete;
    }

    private boolean pulled(StoredCollection collection) {
      try {
        pull.pull(run, scope(run, collection.id()), collection);
        return true;
      } catch (RateLimited | Unavailable | ReauthorizationNeeded e) {
        throw e;
      } catch (IntegrationException | SourceDefect | PullFailure e) {
        LOG.log(Level.WARNING, "The collection " + collection.id() + " cannot be pulled", e);
        run.write(run.report().because(RunError.ofRun(e).in(collection.name())));
        return false;
      }
    }
  }
}
