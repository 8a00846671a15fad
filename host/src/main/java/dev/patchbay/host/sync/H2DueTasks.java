package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import com.github.kagkarlsson.shaded.jdbc.PreparedStatementSetter;
import com.github.kagkarlsson.shaded.jdbc.RowMapper;
import dev.patchbay.host.persistence.SqlInstant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** H2 has no lateral joins; it runs in this process, so that one query for each tenant is cheap. */
final class H2DueTasks extends DueTasks {
  private static final String TENANTS = "select id from tenant";
  private static final String FIRST_OF_ONE =
      "select * from scheduled_tasks where tenant_id = ? and picked = false"
          + " and execution_time <= ? order by tenant_id, execution_time limit "
          + OF_EACH;

  @Override
  List<Execution> firstOfEach(
      JdbcRunner database, JdbcTaskRepositoryContext timetable, Instant now) {
    RowMapper<String> id = row -> row.getString("id");
    List<String> tenants =
        new ArrayList<>(database.query(TENANTS, PreparedStatementSetter.NOOP, id));
    Collections.shuffle(tenants);
    List<Execution> first = new ArrayList<>();
    for (String tenant : tenants) {
      first.addAll(
          database.query(
              FIRST_OF_ONE,
              statement -> {
                statement.setString(1, tenant);
                SqlInstant.set(statement, 2, now);
              },
              timetable.resultSetMapper.get()));
    }
    return first;
  }

  @Override
  String locked(int most) {
    return " limit " + most;
  }
}
