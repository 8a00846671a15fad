package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import dev.patchbay.host.persistence.SqlInstant;
import java.time.Instant;
import java.util.List;

/**
 * Looks into an index once for each tenant, whatever the length of its queue. Rows are compared
 * whole, since else the database may take the index by time alone, and walk through all of another
 * tenant's queue.
 */
final class PostgresDueTasks extends DueTasks {
  private static final String FIRST_OF_EACH =
      """
      select due.* from tenant cross join lateral (
        select * from scheduled_tasks s
        where (s.tenant_id, s.execution_time) >= (tenant.id, timestamptz '-infinity')
          and (s.tenant_id, s.execution_time) <= (tenant.id, ?) and s.picked = false
        order by s.tenant_id, s.execution_time limit %d for update skip locked
      ) due
      order by random()
      """
          .formatted(OF_EACH);

  @Override
  List<Execution> firstOfEach(
      JdbcRunner database, JdbcTaskRepositoryContext timetable, Instant now) {
    return database.query(
        FIRST_OF_EACH,
        statement -> SqlInstant.set(statement, 1, now),
        timetable.resultSetMapper.get());
  }

  @Override
  String locked(int most) {
    return " limit " + most + " for update skip locked";
  }
}
