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
import java.util.concurrent.Executor;

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
   * @return whether every collection could be read
   */
  boolean run(HeldRun run, Source source, Executor executor) {
    CollectionPull pull = new CollectionPull(source, executor, store, mapper, clock);
    boolean complete = true;
    for (StoredCollection collection : refresh.refresh(run, source)) {
      complete &= pulled(pull, run, collection);
    }
    return complete;
  }

  private static boolean pulled(CollectionPull pull, HeldRun run, StoredCollection collection) {
    Lease lease = run.lease();
    try {
      pull.pull(
          run,
          new RecordScope(lease.tenantId(), lease.connectionId(), lease.type(), collection.id()),
          collection);
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
