package dev.patchbay.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who call at a fixed pace, whatever the answers take: a call that had to wait for the one
 * before counts from when it was due, since whoever asked for it waits from then on.
 */
public final class PacedCallers {
  private final Duration pace;
  private final List<Runnable> calls;

  /**
   * @param pace of each caller
   * @param calls one for each caller; it throws if the answer is not the right one
   */
  public PacedCallers(Duration pace, List<Runnable> calls) {
    this.pace = pace;
    this.calls = List.copyOf(calls);
  }

  /** How long the calls took that were due while the work was done; fails if one of them failed. */
  public Latencies during(Runnable work) {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    AtomicBoolean over = new AtomicBoolean();
    try {
      List<Future<List<Long>>> all =
          calls.stream().map(call -> threads.submit(() -> repeat(call, over))).toList();
      try {
        work.run();
      } finally {
        over.set(true);
      }
      List<Long> nanos = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        nanos.addAll(one.get());
      }
      return Latencies.of(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A call failed", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Long> repeat(Runnable call, AtomicBoolean over) {
    List<Long> nanos = new ArrayList<>();
    long due = System.nanoTime();
    do {
      LockSupport.parkNanos(due - System.nanoTime());
      if (System.nanoTime() >= due) {
        call.run();
        nanos.add(System.nanoTime() - due);
        due += pace.toNanos();
      }
    } while (!over.get());
    return nanos;
  }
}
