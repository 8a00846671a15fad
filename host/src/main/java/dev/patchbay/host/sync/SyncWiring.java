package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.patchbay.host.persistence.Dialect;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the engine onto the container's threads and database. */
@Singleton
class SyncWiring {
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(8);

  @Resource private ManagedThreadFactory threads;

  @Inject
  @ConfigProperty(name = "patchbay.node", defaultValue = "node")
  private String node;

  @Inject
  @ConfigProperty(name = "patchbay.sync.threads", defaultValue = "16")
  private int workers;

  @Produces
  @Singleton
  Synchronizer synchronizer(
      RunQueue queue,
      Pull pull,
      Push push,
      Consequences consequences,
      Sources sources,
      ExecutorService pool) {
    return new Synchronizer(queue, new Rounds(queue, pull, push, pool), consequences, sources);
  }

  @Produces
  @Singleton
  Steps steps() {
    return Steps.UNWATCHED;
  }

  @Produces
  @Singleton
  SyncSchedule schedule(
      Synchronizer synchronizer,
      RunQueue queue,
      Pace pace,
      Clock clock,
      DataSource database,
      Dialect dialect) {
    Turns turns = Turns.among(workers, dialect);
    return new SyncSchedule(
        synchronizer, queue, pace, clock, turns, task -> timetable(task, database, clock));
  }

  private SchedulerBuilder timetable(Task<?> task, DataSource database, Clock clock) {
    return Scheduler.create(database, task)
        .schedulerName(new SchedulerName.Fixed(node))
        .clock(clock::instant)
        .serializer(new NoData())
        .threads(workers)
        .executorService(Executors.newCachedThreadPool(threads))
        .pollingInterval(POLL)
        .enableImmediateExecution()
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(LONGEST_STOP)
        .failureLogging(LogLevel.OFF, false);
  }
}
