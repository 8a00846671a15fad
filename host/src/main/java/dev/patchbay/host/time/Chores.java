package dev.patchbay.host.time;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Has work done again and again on this node until the server stops. */
@Singleton
public class Chores {
  private final Queue<ScheduledFuture<?>> running = new ConcurrentLinkedQueue<>();

  @Resource private ManagedScheduledExecutorService timer;

  /**
   * Begins a chore, which never runs twice at once.
   *
   * @param what names it in the log, as {@code forget old events}
   * @param first how long to wait before the first time
   * @param pause how long to wait from the end of one time to the next
   */
  public void repeat(String what, Duration first, Duration pause, Runnable work) {
    running.add(
        timer.scheduleWithFixedDelay(
            new Chore(what, work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    running.forEach(chore -> chore.cancel(false));
  }
}
