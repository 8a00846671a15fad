package dev.patchbay.host.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Has everybody who comes while a commit is under way share the next one. A single caller waits for
 * nobody; under load the database writes its log once for many, which is what durable acceptance
 * costs.
 */
final class GroupCommit<T> {
  private final ConcurrentLinkedQueue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();
  private final int most;
  private final Consumer<List<T>> commit;

  /**
   * @param most how many entries share one commit at most
   * @param commit writes them all or throws; is called by one thread at a time
   */
  GroupCommit(int most, Consumer<List<T>> commit) {
    this.most = most;
    this.commit = commit;
  }

  /** Returns once it is committed; throws what kept it from that. */
  void add(T value) {
    Entry<T> mine = new Entry<>(value, new CompletableFuture<>());
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.done().isDone()) {
        commitNext();
      }
    } finally {
      turn.unlock();
    }
    try {
      mine.done().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private void commitNext() {
    List<Entry<T>> group = new ArrayList<>();
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.poll());
    }
    try {
      commit.accept(group.stream().map(Entry::value).toList());
      group.forEach(entry -> entry.done().complete(null));
    } catch (RuntimeException | Error e) {
      group.forEach(entry -> entry.done().completeExceptionally(e));
    }
  }

  private record Entry<T>(T value, CompletableFuture<Void> done) {}
}
