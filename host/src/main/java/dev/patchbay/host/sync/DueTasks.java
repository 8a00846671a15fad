package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.persistence.SqlInstant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of the timetable that are due; what one node looks at, no other picks meanwhile. */
abstract class DueTasks {
  /** So many of each tenant are looked at where tenants take turns. */
  static final int OF_EACH = 4;

  private static final String OLDEST =
      "select * from scheduled_tasks where picked = false and execution_time <= ?"
          + " order by execution_time";
  private static final String CLAIM =
      "update scheduled_tasks set picked = true, picked_by = ?, last_heartbeat = ?,"
          + " version = version + 1 where task_name = ? and task_instance = ? and version = ?";

  static DueTasks in(Dialect dialect) {
    return switch (dialect) {
      case H2 -> new H2DueTasks();
      case POSTGRESQL -> new PostgresDueTasks();
    };
  }

  /** What is due the longest, whosever it is. */
  List<Execution> oldest(
      JdbcRunner database, JdbcTaskRepositoryContext timetable, Instant now, int most) {
    return database.query(
        OLDEST + locked(most),
        statement -> SqlInstant.set(statement, 1, now),
        timetable.resultSetMapper.get());
  }

  /** Some of each tenant that has any, the tenants in an order that nobody can count on. */
  abstract List<Execution> firstOfEach(
      JdbcRunner database, JdbcTaskRepositoryContext timetable, Instant now);

  /** The end of a query for rows that no other node looks at. */
  abstract String locked(int most);

  /** Makes them this node's, those that nobody changed meanwhile. */
  List<Execution> claim(
      JdbcRunner database, JdbcTaskRepositoryContext timetable, Instant now, List<Execution> all) {
    List<Execution> wanted = all.stream().sorted(Comparator.comparing(Execution::getId)).toList();
    int[] rows =
        database.executeBatch(
            CLAIM,
            wanted,
            (each, statement) -> {
              statement.setString(1, timetable.schedulerName.getName());
              SqlInstant.set(statement, 2, now);
              statement.setString(3, each.getTaskName());
              statement.setString(4, each.getId());
              statement.setLong(5, each.version);
            });
    return IntStream.range(0, rows.length).filter(i -> rows[i] == 1).mapToObj(wanted::get).toList();
  }
}
