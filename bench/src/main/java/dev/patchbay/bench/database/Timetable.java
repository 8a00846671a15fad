package dev.patchbay.bench.database;

import dev.patchbay.bench.Waiting;
import java.time.Duration;

/** The table of db-scheduler in one database: makes what is in it due, and sees what is left. */
public final class Timetable {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final Postgres postgres;
  private final String database;

  public Timetable(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  /** Everything is due from now on. */
  public void makeAllDue() {
    postgres.execute(database, "update scheduled_tasks set execution_time = clock_timestamp()");
  }

  /** So many are due each second from soon on, and nothing else for a long time. */
  public void makeDue(int perSecond, int seconds) {
    postgres.execute(
        database,
        """
        drop table if exists planned;
        create table planned as
          select task_instance, clock_timestamp() + interval '5 s'
            + interval '1 s' * (row_number() over (order by random())) / %d as at
          from scheduled_tasks limit %d;
        update scheduled_tasks s set execution_time = p.at
          from planned p where p.task_instance = s.task_instance
        """
            .formatted(perSecond, perSecond * seconds));
  }

  /** Waits until so few of what was due are left. */
  public void awaitLeft(long few) {
    Waiting.until("what is due was done", LONGEST, () -> left() <= few);
  }

  private long left() {
    return Long.parseLong(
        postgres
            .rows(
                database,
                "select count(*) from scheduled_tasks where execution_time <= clock_timestamp()")
            .get(0)
            .get(0));
  }
}
