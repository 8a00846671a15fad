package dev.patchbay.host.sync;

import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordStores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** The engine as the container would wire it, on one database. A second one is a second node. */
final class SyncWorld implements AutoCloseable {
  static final String TENANT = "ten_1";
  static final String TYPE = "event";

  final String connection;
  final Clock clock;
  final Ids ids;
  final Database database;
  final RecordStore records;
  final CollectionStore collections = new CollectionStore();
  final SyncStates states = new SyncStates();
  final SyncRuns runs = new SyncRuns();
  final RunQueue queue;
  final Pull pull;
  final ExecutorService executor = Executors.newCachedThreadPool();

  SyncWorld(DataSource source) {
    this(source, "con_1", Clock.systemUTC());
  }

  SyncWorld(DataSource source, String connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
    ids = new Ids(clock);
    database = new Database(source);
    records = RecordStores.of(Dialect.of(source));
    queue = new RunQueue(database, new SyncTasks(), runs, ids, clock);
    pull =
        new Pull(
            new CollectionRefresh(database, collections, ids),
            new PullStore(database, records, collections, states, clock),
            new ItemMapper(ids),
            clock);
    queue.open(TENANT, connection, TYPE);
  }

  /** One whole run; throws what stops it, and leaves it as a crash would. */
  SyncRun pull(FakeService service) {
    HeldRun run = queue.begin(connection, TYPE).orElseThrow();
    boolean complete = pull.run(run, service, executor);
    queue.end(run, complete ? RunState.SUCCEEDED : RunState.FAILED);
    return run(run.lease().runId());
  }

  SyncRun fullPull(FakeService service) {
    queue.request(connection, TYPE, PullKind.FULL);
    return pull(service);
  }

  SyncRun run(String id) {
    return database.read(connection -> runs.find(connection, TENANT, id)).orElseThrow();
  }

  SyncRun activeRun() {
    return run(queue.tasks(connection).get(0).activeRun().orElseThrow());
  }

  /** The titles of all records that are not deleted, by external id. */
  Map<String, String> titles() {
    Map<String, String> titles = new TreeMap<>();
    rows("select external_id, data from record where deleted_at is null and connection_id = '"
            + connection
            + "'")
        .forEach(row -> titles.put(row.get(0), title(row.get(1))));
    return titles;
  }

  static String title(String data) {
    return data.replaceAll(".*\"title\":\"([^\"]*)\".*", "$1");
  }

  List<String> column(String query) {
    return rows(query).stream().map(row -> row.get(0)).toList();
  }

  List<List<String>> rows(String query) {
    return database.read(
        connection -> {
          try (var statement = connection.createStatement();
              ResultSet rows = statement.executeQuery(query)) {
            return all(rows);
          }
        });
  }

  private static List<List<String>> all(ResultSet rows) throws SQLException {
    List<List<String>> found = new ArrayList<>();
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        row.add(rows.getString(i));
      }
      found.add(row);
    }
    return found;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
