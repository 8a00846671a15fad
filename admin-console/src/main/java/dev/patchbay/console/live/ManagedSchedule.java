package dev.patchbay.console.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The container's threads, so that they end with the application. */
@Singleton
class ManagedSchedule implements Schedule {
  @Resource private ManagedScheduledExecutorService executor;

  @Override
  public Stop every(Duration pause, Runnable beat) {
    long millis = pause.toMillis();
    Future<?> running =
        executor.scheduleWithFixedDelay(beat, millis, millis, TimeUnit.MILLISECONDS);
    return () -> running.cancel(false);
  }
}
