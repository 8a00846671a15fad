package dev.patchbay.host.sync;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.StoredCollection;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * Brings one collection up to date: pages into batches, batches into the database. The next page is
 * fetched, this one is mapped and the one before is written, all at the same time.
 */
final class CollectionPull {
  private final Source source;
  private final Executor executor;
  private final PullStore store;
  private final BatchFiller filler;
  private final Clock clock;

  CollectionPull(
      Source source,
      Executor executor,
      PullStore store,
      ItemMapper mapper,
      Moves moves,
      Clock clock) {
    this.source = source;
    this.executor = executor;
    this.store = store;
    this.filler = new BatchFiller(store, mapper, executor, moves);
    this.clock = clock;
  }

  /** Reads on from where the collection is; from the start if that is asked for or needed. */
  void pull(HeldRun run, RecordScope scope, StoredCollection collection, SyncState state) {
    run.at(collection.name());
    boolean again = run.lease().kind() == PullKind.FULL && state.phase() != Phase.FIRST_PASS;
    try (Batches batches = new Batches(executor, clock)) {
      Flow flow = new Flow(run, scope, collection.collectionId(), batches);
      try {
        flow.follow(again ? Pass.again(state) : Pass.resuming(state));
      } catch (CursorExpired e) {
        flow.follow(Pass.again(state));
      }
    }
  }

  private final class Flow {
    private final HeldRun run;
    private final RecordScope scope;
    private final CollectionId collection;
    private final Batches batches;

    Flow(HeldRun run, RecordScope scope, CollectionId collection, Batches batches) {
      this.run = run;
      this.scope = scope;
      this.collection = collection;
      this.batches = batches;
    }

    void follow(Pass pass) {
      try (PageReader pages = new PageReader(source, collection, executor)) {
        pages.ask(pass.start());
        Cursor reached = pass.start();
        Page<Change> page = next(pages, pass, reached);
        while (!page.last()) {
          take(page, pages, pass, reached);
          reached = page.next().orElseThrow();
          if (batches.filling().isDue()) {
            commit(pass, reached);
          }
          page = next(pages, pass, reached);
        }
        finish(page, pass, reached);
      }
    }

    private Page<Change> next(PageReader pages, Pass pass, Cursor reached) {
      Batch batch = batches.filling();
      if (!pages.readyWithin(batch.patience())) {
        tellSoFar(pass, reached);
      }
      try {
        return pages.take();
      } catch (RuntimeException e) {
        commit(pass, reached);
        batches.settle();
        throw e;
      }
    }

    /** While the service takes its time, others see what was read, or at least what is read. */
    private void tellSoFar(Pass pass, Cursor reached) {
      if (batches.filling().isEmpty()) {
        batches.settle();
        run.write(run.report());
      } else {
        commit(pass, reached);
      }
    }

    private void take(Page<Change> page, PageReader pages, Pass pass, Cursor reached) {
      pass.enter(page);
      pages.ask(page.next().orElseThrow());
      filler.fill(batches, scope, page.items(), () -> commit(pass, reached));
    }

    private void finish(Page<Change> page, Pass pass, Cursor reached) {
      pass.enter(page);
      filler.fill(batches, scope, page.items(), () -> commit(pass, reached));
      Batch last = batches.last();
      Cursor start = page.next().orElse(Cursor.start());
      if (pass.judgesAbsence()) {
        store.welcome(run, scope, pass);
        store.absent(scope, last, pass).forEach(last::depart);
      }
      store.complete(run, scope, last, SyncState.completed(start, run.lease().runId()));
    }

    private void commit(Pass pass, Cursor reached) {
      if (!batches.filling().isEmpty()) {
        SyncState state = pass.resumableAt(reached);
        batches.send(batch -> store.commit(run, scope, batch, state));
      }
    }
  }
}
