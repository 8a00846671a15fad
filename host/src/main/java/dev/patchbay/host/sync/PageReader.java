package dev.patchbay.host.sync;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import dev.patchbay.host.problem.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches the next page while the one before is written; never two at once. */
final class PageReader implements AutoCloseable {
  private final Source source;
  private final CollectionId collection;
  private final Executor executor;
  private CompletableFuture<Page<Change>> coming = CompletableFuture.completedFuture(null);

  PageReader(Source source, CollectionId collection, Executor executor) {
    this.source = source;
    this.collection = collection;
    this.executor = executor;
  }

  /** Starts to fetch a page; the one asked for before must have been taken. */
  void ask(Cursor from) {
    coming =
        CompletableFuture.supplyAsync(
            () -> Objects.requireNonNull(source.read(collection, from), "The page is null"),
            executor);
  }

  /** Returns whether the page asked for, or its failure, is there after at most this time. */
  boolean readyWithin(Duration patience) {
    try {
      coming.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Returns the page asked for.
   *
   * @throws IntegrationException if the service did not give it
   * @throws ProblemException if the connection may no longer be used
   * @throws SourceDefect if the source threw anything else
   */
  Page<Change> take() {
    try {
      return coming.join();
    } catch (CompletionException e) {
      throw translated(e.getCause());
    }
  }

  private static RuntimeException translated(Throwable failure) {
    boolean understood =
        failure instanceof IntegrationException
            || failure instanceof ProblemException
            || failure instanceof CancellationException;
    return understood ? (RuntimeException) failure : new SourceDefect(failure);
  }

  /** Lets a page that nobody will take come to its end, so that no two are ever read at once. */
  @Override
  public void close() {
    coming.handle((page, failure) -> page).join();
  }
}
