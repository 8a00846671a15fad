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
    while (!work.isDone()) {
      work.goOn();
    }
  }

  private final class Work {
    private final HeldRun run;
    private final Supplier<Source> source;
    private Wanted wanted;
    private boolean pulled;
    private boolean complete = true;
    private int wishesDone;
    private Optional<String> awaited = Optional.empty();

    Work(HeldRun run, Supplier<Source> source) {
      this.run = run;
      this.source = source;
      this.wanted = queue.wanted(run);
    }

    void goOn() {
      wanted = queue.wanted(run);
      if (wanted.direction().pulls() && !pulled) {
        complete = pull.run(run, source.get(), executor);
        pulled = true;
      }
      if (wanted.pushWishes() > wishesDone) {
        awaited = push.run(run, wanted);
        wishesDone = wanted.pushWishes();
      }
    }

    boolean isDone() {
      boolean nothingLeft =
          (pulled || !wanted.direction().pulls()) && wishesDone == wanted.pushWishes();
      return nothingLeft && queue.end(run, state(), wanted, awaited);
    }

    private RunState state() {
      if (!complete) {
        return RunState.FAILED;
      }
      return awaited.isPresent() ? RunState.AWAITING_CONFIRMATION : RunState.SUCCEEDED;
    }
  }
}
