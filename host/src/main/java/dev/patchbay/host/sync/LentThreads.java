package dev.patchbay.host.sync;

import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The container's threads, for a library that wants to shut its own pool down: the container lends
 * them and refuses that. What is still running at the end is waited for.
 */
final class LentThreads extends AbstractExecutorService {
  private final Executor lender;
  private final Set<Runnable> running = ConcurrentHashMap.newKeySet();
  private volatile boolean shutdown;

  LentThreads(Executor lender) {
    this.lender = lender;
  }

  @Override
  public void execute(Runnable work) {
    running.add(work);
    lender.execute(
        () -> {
          try {
            work.run();
          } finally {
            end(work);
          }
        });
  }

  private synchronized void end(Runnable work) {
    running.remove(work);
    notifyAll();
  }

  @Override
  public void shutdown() {
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    return List.of();
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && running.isEmpty();
  }

  @Override
  public synchronized boolean awaitTermination(long timeout, TimeUnit unit)
      throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    long left = deadline - System.nanoTime();
    while (!running.isEmpty() && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    return running.isEmpty();
  }
}
