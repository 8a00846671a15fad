package dev.patchbay.host.sync;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The batch that is filled, and the one before on its way into the database: items are mapped while
 * the database works. Never are two on their way, so what is committed is in order, and each commit
 * is a place to resume from.
 */
final class Batches implements AutoCloseable {
  private final Executor executor;
  private final Clock clock;
  private Batch filling;
  private Batch leaving;
  private CompletableFuture<Void> commit = CompletableFuture.completedFuture(null);

  Batches(Executor executor, Clock clock) {
    this.executor = executor;
    this.clock = clock;
    this.filling = new Batch(clock);
    this.leaving = filling;
  }

  Batch filling() {
    return filling;
  }

  /** Whether an item waits here that the database does not show yet, or perhaps not yet. */
  boolean holds(String externalId) {
    return filling.holds(externalId) || leaving.holds(externalId);
  }

  /**
   * Sends the batch off and begins another.
   *
   * @param work commits it, on another thread
   * @throws RuntimeException what the commit before threw; this one is then not begun
   */
  void send(Consumer<Batch> work) {
    settle();
    Batch full = next();
    leaving = full;
    commit = CompletableFuture.runAsync(() -> work.accept(full), executor);
  }

  /** Waits for the commit on its way, and throws what it threw; then gives the last batch out. */
  Batch last() {
    settle();
    return next();
  }

  /** Waits for the commit on its way, and throws what it threw. */
  void settle() {
    try {
      commit.join();
    } catch (CompletionException e) {
      throw unwrapped(e);
    }
  }

  private Batch next() {
    Batch full = filling;
    filling = new Batch(clock);
    return full;
  }

  private static RuntimeException unwrapped(CompletionException failure) {
    if (failure.getCause() instanceof Error error) {
      throw error;
    }
    return failure.getCause() instanceof RuntimeException cause ? cause : failure;
  }

  /** Lets a commit come to its end, so that nothing is written behind the back of who goes on. */
  @Override
  public void close() {
    commit.exceptionally(failure -> null).join();
  }
}
