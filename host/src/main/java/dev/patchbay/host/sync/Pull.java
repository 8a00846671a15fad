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
import java.util.ArrayList;
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
  private final Stalls stalls;
  private final Clock clock;

  @Inject
  Pull(CollectionRefresh refresh, PullStore store, ItemMapper mapper, Stalls stalls, Clock clock) {
    this.refresh = refresh;
    this.store = store;
    this.mapper = mapper;
    this.stalls = stalls;
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
    List<StoredCollection> listed = refresh.refresh(run, source);
    AllCollections all = new AllCollections(run, source, executor, listed);
    boolean complete = all.pullAll();
    String runId = run.lease().runId();
    List<Departure> departures =
        store.departures(run.lease()).stream()
            .filter(gone -> complete || !gone.runId().equals(runId))
            .toList();
    List<String> reasons = new ArrayList<>(all.standstills);
    if (listed.isEmpty()) {
      Emptiness.of(known(run)).ifPresent(reasons::add);
    }
    Optional<String> awaited = deleted(run, wanted, departures, all.moves, reasons);
    stalls.note(run, reasons);
    return new Pulled(complete, awaited);
  }

  private List<StoredCollection> known(HeldRun run) {
    return store.collections(run.lease()).stream()
        .filter(collection -> collection.type().equals(run.lease().type()))
        .toList();
  }

  /**
   * Deletes what left and came to no other collection. If one could not be read, that is told of
   * what left in an earlier run: else a broken collection would keep all others from it.
   */
  private Optional<String> deleted(
      HeldRun run, Wanted wanted, List<Departure> departures, Moves moves, List<String> reasons) {
    if (departures.isEmpty()) {
      return Optional.empty();
    }
    Set<Departure> arriving = moves.arriving(departures);
    List<Departure> left = departures.stream().filter(gone -> !arriving.contains(gone)).toList();
    AbsencePlan plan =
        AbsencePlan.of(left, store.collections(run.lease()), store.unsent(run.lease()));
    Optional<String> awaited = plan.hash().filter(hash -> !wanted.confirms(hash));
    left.stream()
        .filter(gone -> awaited.isEmpty() || !plan.holds(gone))
        .collect(Collectors.groupingBy(Departure::collectionId))
        .forEach((id, gone) -> store.delete(run, scope(run, id), gone));
    if (awaited.isPresent()) {
      plan.emptied().stream().map(Emptiness::of).forEach(reasons::add);
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
    private final List<String> standstills = new ArrayList<>();

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
        SyncState state = state(collection);
        if (!state.wasCompletedBy(run.lease().runId())) {
          complete &= pulled(collection, state);
        }
      }
      return complete;
    }

    private boolean pulled(StoredCollection collection, SyncState state) {
      Progress before = new Progress(state, run.report().tally());
      Optional<String> failure = failure(collection, state);
      Progress after = new Progress(state(collection), run.report().tally());
      stalls.count(run, collection, after.standstill(before, failure)).ifPresent(standstills::add);
      return failure.isEmpty();
    }

    private SyncState state(StoredCollection collection) {
      return store.state(scope(run, collection.id()));
    }

    private Optional<String> failure(StoredCollection collection, SyncState state) {
      try {
        pull.pull(run, scope(run, collection.id()), collection, state);
        return Optional.empty();
      } catch (RateLimited | Unavailable | ReauthorizationNeeded e) {
        throw e;
      } catch (IntegrationException | SourceDefect | PullFailure e) {
        LOG.log(Level.WARNING, "The collection " + collection.id() + " cannot be pulled", e);
        RunError reason = RunError.ofRun(e);
        run.write(run.report().because(reason.in(collection.name())));
        return Optional.of(reason.message());
      }
    }
  }
}
