package dev.patchbay.host.sync;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.shaded.jdbc.JdbcRunner;
import dev.patchbay.host.persistence.Dialect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Lets tenants take turns where more is due than there are workers. By itself a timetable knows
 * only what is due the longest, so that one tenant's ten thousand connections would come before
 * another's one.
 */
final class Turns extends DefaultJdbcCustomization {
  private static final double HALF = 0.5;
  private static final double ALL = 1.0;

  private final DueTasks due;
  private final Shares shares;
  private final int some;
  private final AtomicInteger ended = new AtomicInteger();
  private volatile boolean moreIsDue;
  private volatile Runnable look = () -> {};

  private Turns(DueTasks due, int workers) {
    super(false);
    this.due = due;
    this.shares = new Shares(workers);
    this.some = Math.max(1, workers / 4);
  }

  /**
   * @param workers how many runs go on at a time on this node
   */
  static Turns among(int workers, Dialect dialect) {
    return new Turns(DueTasks.in(dialect), workers);
  }

  /** Has the timetable pick what is due by turns. */
  SchedulerBuilder govern(SchedulerBuilder timetable) {
    return timetable
        .jdbcCustomization(this)
        .pollUsingLockAndFetch(HALF, ALL)
        .addExecutionInterceptor(this::execute);
  }

  /**
   * @param looker has the timetable look at once for what is due
   */
  void tell(Runnable looker) {
    look = looker;
  }

  @Override
  public boolean supportsSingleStatementLockAndFetch() {
    return true;
  }

  @Override
  public List<Execution> lockAndFetchSingleStatement(
      JdbcTaskRepositoryContext timetable, Instant now, int most, boolean byPriority) {
    ended.set(0);
    Map<String, Execution> chosen = new LinkedHashMap<>();
    List<Execution> claimed = List.of();
    try {
      claimed =
          timetable.jdbcRunner.inTransaction(
              database -> {
                choose(chosen, database, timetable, now, most);
                return due.claim(database, timetable, now, List.copyOf(chosen.values()));
              });
    } finally {
      claimed.forEach(each -> chosen.remove(each.getId()));
      chosen.values().forEach(each -> shares.give(tenant(each.taskInstance)));
    }
    String node = timetable.schedulerName.getName();
    return claimed.stream().map(each -> each.updateToPicked(node, now)).toList();
  }

  /** One of each tenant, then another of each, and then what is due the longest. */
  private void choose(
      Map<String, Execution> chosen,
      JdbcRunner database,
      JdbcTaskRepositoryContext timetable,
      Instant now,
      int most) {
    List<Execution> oldest = due.oldest(database, timetable, now, most);
    boolean backlog = oldest.size() == most;
    List<Execution> first = backlog ? due.firstOfEach(database, timetable, now) : List.of();
    Stream.concat(inRounds(first).stream(), oldest.stream())
        .forEach(each -> choose(chosen, each, most));
    moreIsDue = backlog || chosen.size() < oldest.size();
  }

  private void choose(Map<String, Execution> chosen, Execution next, int most) {
    String tenant = tenant(next.taskInstance);
    if (chosen.size() < most && !chosen.containsKey(next.getId()) && shares.left(tenant) > 0) {
      shares.take(tenant);
      chosen.put(next.getId(), next);
    }
  }

  private static List<Execution> inRounds(List<Execution> first) {
    Map<String, List<Execution>> ofTenants = new LinkedHashMap<>();
    first.forEach(
        each ->
            ofTenants
                .computeIfAbsent(tenant(each.taskInstance), id -> new ArrayList<>())
                .add(each));
    List<Execution> rounds = new ArrayList<>();
    for (int round = 0; rounds.size() < first.size(); round++) {
      for (List<Execution> ofTenant : ofTenants.values()) {
        if (round < ofTenant.size()) {
          rounds.add(ofTenant.get(round));
        }
      }
    }
    return rounds;
  }

  /** A look costs more than a short run, so it waits until some of the workers are free again. */
  private CompletionHandler<?> execute(
      TaskInstance<?> task, ExecutionContext context, ExecutionChain rest) {
    try {
      return rest.proceed(task, context);
    } finally {
      shares.give(tenant(task));
      if (ended.incrementAndGet() >= some && moreIsDue) {
        look.run();
      }
    }
  }

  private static String tenant(TaskInstance<?> task) {
    return TaskName.tenantOf(task.getId());
  }
}
