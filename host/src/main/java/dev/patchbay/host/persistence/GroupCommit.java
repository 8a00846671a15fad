package dev.patchbay.host.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Has everybody who comes while a commit is under way share the next one. A single caller waits for
 * nobody; under load the database writes its log once for many, which is what durable acceptance
 * costs. One of those who wait commits for all; each is woken once, since waking costs more than
 * what is committed.
 */
public final class GroupCommit<T> {
  private final ConcurrentLinkedQueue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean underWay = new AtomicBoolean();
  private final int most;
  private final Consumer<List<T>> commit;

  /**
   * @param most how many entries share one commit at most
   * @param commit writes them all or throws; is called by one thread at a time
   */
  public GroupCommit(int most, Consumer<List<T>> commit) {
    this.most = most;
    this.commit = commit;
  }

  /** Returns once it is committed; throws what kept it from that. */
  public void add(T value) {
    Entry<T> mine = new Entry<>(value);
    waiting.add(mine);
    boolean interrupted = false;
    while (!mine.isOver()) {
      if (underWay.compareAndSet(false, true)) {
        commitUntilOver(mine);
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    mine.throwFailure();
  }

  /** Whoever comes first after that goes on, so that nobody works for others for long. */
  private void commitUntilOver(Entry<T> mine) {
    try {
      while (!mine.isOver()) {
        commitNext();
      }
    } finally {
      underWay.set(false);
      Entry<T> next = waiting.peek();
      if (next != null) {
        next.wake();
      }
    }
  }

  private void commitNext() {
    List<Entry<T>> group = new ArrayList<>();
    while (group.size() < most && !waiting.isEmpty()) {
      group.add(waiting.poll());
    }
    try {
      commit.accept(group.stream().map(Entry::value).toList());
      group.forEach(Entry::committed);
    } catch (RuntimeException | Error e) {
      group.forEach(entry -> entry.failed(e));
    }
  }

  private static final class Entry<T> {
    private final Thread owner = Thread.currentThread();
    private final T value;
    private Throwable failure;
    private volatile boolean over;

    Entry(T value) {
      this.value = value;
    }

    T value() {
      return value;
    }

    boolean isOver() {
      return over;
    }

    void committed() {
      over = true;
      wake();
    }

    void failed(Throwable reason) {
      failure = reason;
      committed();
    }

    void wake() {
      LockSupport.unpark(owner);
    }

    void throwFailure() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException reason) {
        throw reason;
      }
    }
  }
}
