package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Does what is wanted of a run, which may become more while it is done: the run ends only when
 * nothing is left, so nobody's wish is answered by a run that had passed it already.
 */
class Rounds {
  private final RunQueue queue;
  private final Pull pull;
  private final Push push;
  private final Executor executor;

  Rounds(RunQueue queue, Pull pull, Push push, Executor executor) {
    this.queue = queue;
    this.pull = pull;
    this.push = push;
    this.executor = executor;
  }

  /** Brings the run to its end; whatever stops it is thrown, and it goes on from there later. */
  void of(HeldRun run, Supplier<Source> source) {
    push.recover(run);
    Work work = new Work(run, source);
    do {
      work.goOn();
    } while (!work.isDone());
  }

  private final class Work {
    private final HeldRun run;
    private final Supplier<Source> source;
    private Wanted wanted;
    private boolean pulled;
    private boolean complete = true;
    private int wishesDone;
    private Optional<String> awaitedDeletions = Optional.empty();
    private Optional<String> awaitedPush = Optional.empty();

    Work(HeldRun run, Supplier<Source> source) {
      this.run = run;
      this.source = source;
    }

    void goOn() {
      wanted = queue.wanted(run);
      if (wanted.direction().pulls() && !pulled) {
        Pulled outcome = pull.run(run, source.get(), executor, wanted);
        complete = outcome.complete();
        awaitedDeletions = outcome.awaitedPlan();
        pulled = true;
      }
      if (wanted.pushWishes() > wishesDone) {
        awaitedPush = push.run(run, wanted);
        wishesDone = wanted.pushWishes();
      }
    }

    boolean isDone() {
      boolean nothingLeft =
          (pulled || !wanted.direction().pulls()) && wishesDone == wanted.pushWishes();
      return nothingLeft && queue.end(run, state(), wanted, awaited());
    }

    /** One plan after the other: a word for one is none for another. */
    private Optional<String> awaited() {
      return awaitedDeletions.or(() -> awaitedPush);
    }

    private RunState state() {
      if (!complete) {
        return RunState.FAILED;
      }
      return awaited().isPresent() ? RunState.AWAITING_CONFIRMATION : RunState.SUCCEEDED;
    }
  }
}
