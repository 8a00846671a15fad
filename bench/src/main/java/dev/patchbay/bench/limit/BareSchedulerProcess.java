package dev.patchbay.bench.limit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * One node of the bare program beside syncs: the same library, with a task that does nothing and is
 * due again much later.
 */
public final class BareSchedulerProcess {
  /** The task's name. */
  static final String TASK = "nothing";

  private static final int WORKERS = 16;
  private static final int CONNECTIONS = 24;
  private static final double WHEN_FREE = 1.0;
  private static final double AHEAD = 4.0;

  private BareSchedulerProcess() {}

  /** Reads the address of the database and the node's name, and works until its input ends. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(lines.readLine());
    pool.setUsername("postgres");
    pool.setMaximumPoolSize(CONNECTIONS);
    try (HikariDataSource database = new HikariDataSource(pool)) {
      Scheduler scheduler = scheduler(database, lines.readLine());
      scheduler.start();
      System.out.println("ready");
      while (lines.readLine() != null) {
        System.out.println("still here");
      }
      scheduler.stop();
    }
  }

  private static Scheduler scheduler(HikariDataSource database, String name) {
    var nothing =
        Tasks.custom(TASK, Void.class)
            .execute(
                (task, context) ->
                    (complete, operations) ->
                        operations.reschedule(complete, Instant.now().plus(Duration.ofDays(9))));
    return Scheduler.create(database, nothing)
        .schedulerName(new SchedulerName.Fixed(name))
        .threads(WORKERS)
        .pollingInterval(Duration.ofSeconds(1))
        .pollUsingLockAndFetch(WHEN_FREE, AHEAD)
        .build();
  }
}
