package dev.patchbay.host.sync;

import java.time.Duration;
import java.time.Instant;

/**
 * PostgreSQL's own statistics. A session hands its share in when it ends, so the sessions of the
 * test are waited for; those that the dead nodes of other tests left behind are ended before.
 */
final class PostgresStatistics implements LiveDatabase.RowCounter {
  private static final String OTHERS =
      " from pg_stat_activity where datname = current_database()"
          + " and pid <> pg_backend_pid() and backend_type = 'client backend'";
  private static final String SESSIONS = "select count(*)" + OTHERS;
  private static final String END_SESSIONS = "select pg_terminate_backend(pid)" + OTHERS;
  private static final String ROWS =
      "select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) from pg_stat_user_tables"
          + " where relname in ('record', 'change_counter')";

  private final LiveDatabase database;
  private final long before;

  PostgresStatistics(LiveDatabase database) {
    this.database = database;
    database.execute(END_SESSIONS);
    this.before = rows();
  }

  @Override
  public long rowsWritten() {
    return rows() - before;
  }

  private long rows() {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (database.number(SESSIONS) > 0) {
      if (Instant.now().isAfter(deadline)) {
        throw new IllegalStateException("A session does not end");
      }
    }
    return database.number(ROWS);
  }
}
