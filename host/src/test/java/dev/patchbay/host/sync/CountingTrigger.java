package dev.patchbay.host.sync;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.api.Trigger;

/** Has H2 itself call for every row that it writes; one counter at a time. */
public final class CountingTrigger implements Trigger {
  private static final AtomicLong COUNT = new AtomicLong();

  static LiveDatabase.RowCounter on(LiveDatabase database) {
    List<String> names = new ArrayList<>();
    for (String table : List.of("record", "change_counter")) {
      for (String event : List.of("insert", "update", "delete")) {
        String name = "count_" + table + "_" + event;
        database.execute(
            "create trigger %s after %s on %s for each row call '%s'"
                .formatted(name, event, table, CountingTrigger.class.getName()));
        names.add(name);
      }
    }
    COUNT.set(0);
    return new Counter(database, names);
  }

  private record Counter(LiveDatabase database, List<String> names)
      implements LiveDatabase.RowCounter {

    @Override
    public long rowsWritten() {
      return COUNT.get();
    }

    @Override
    public void close() {
      names.forEach(name -> database.execute("drop trigger " + name));
    }
  }

  @Override
  public void fire(Connection connection, Object[] oldRow, Object[] newRow) {
    COUNT.incrementAndGet();
  }
}
