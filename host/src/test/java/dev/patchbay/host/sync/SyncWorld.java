package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import dev.patchbay.api.sync.Target;
import dev.patchbay.host.edit.Conflicts;
import dev.patchbay.host.edit.CrmSide;
import dev.patchbay.host.edit.EditMerge;
import dev.patchbay.host.edit.EditUndo;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.Policies;
import dev.patchbay.host.edit.Relocation;
import dev.patchbay.host.edit.SplitNames;
import dev.patchbay.host.edit.SplitUndo;
import dev.patchbay.host.edit.Splits;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.match.Joining;
import dev.patchbay.host.match.MatchRows;
import dev.patchbay.host.match.Matches;
import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordStores;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
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
  final List<String> stallsTold = new ArrayList<>();
  final Push push;
  final PushPlans plans;
  final TwinDesk twins;
  final CrmSide crm;
  private final AtomicReference<Target> target = new AtomicReference<>();
  private volatile Steps steps = Steps.UNWATCHED;
  final ExecutorService executor = Executors.newCachedThreadPool();

  SyncWorld(DataSource source) {
    this(source, "con_1", Clock.systemUTC());
  }

  SyncWorld(DataSource source, String connection, Clock clock) {
    this(source, connection, clock, clock);
  }

  /**
   * @param patience tells how long a part of a pull waits for more before it is committed
   */
  SyncWorld(DataSource source, String connection, Clock clock, Clock patience) {
    this.connection = connection;
    this.clock = clock;
    ids = new Ids(clock);
    database = new Database(source);
    records = RecordStores.of(Dialect.of(source));
    PushConsents consents = new PushConsents();
    queue = new RunQueue(database, new SyncTasks(), runs, consents, ids, clock);
    Edits edits = new Edits();
    RecordRows rows = new RecordRows();
    EditMerge merge =
        new EditMerge(
            edits,
            new Relocation(rows, collections, edits),
            new Conflicts(ids),
            new Policies(),
            ids,
            clock);
    Reconciliation reconciliation = new Reconciliation(edits, merge, rows, clock);
    Steps watched = step -> steps.reached(step);
    pull =
        new Pull(
            new CollectionRefresh(database, collections, ids),
            new PullStore(
                database,
                records,
                collections,
                states,
                reconciliation,
                new Departures(),
                watched,
                clock),
            new ItemMapper(ids),
            new Stalls(database, new SyncTasks(), states, (lease, event) -> stallsTold.add(event)),
            patience);
    Splits splits = new Splits();
    EditUndo undo = new EditUndo(records, rows, collections, edits, clock);
    SentEdits sent = new SentEdits(edits, merge, ids);
    Twins absorbed = new Twins(records, rows, collections, clock);
    EditJournal journal =
        new EditJournal(
            database,
            edits,
            sent,
            splits,
            new SplitNames(records, rows, edits, clock),
            merge,
            records,
            rows,
            collections,
            absorbed,
            clock);
    SplitUndo splitUndo = new SplitUndo(records, rows, edits, splits, undo, clock);
    EditSender sender =
        new EditSender(
            journal,
            new ReturnedEdits(edits, sent, splitUndo),
            new MovedEdits(
                edits, sent, merge, records, rows, collections, new Departures(), absorbed, clock),
            watched);
    MatchRows found = new MatchRows();
    Matches matches = new Matches(found);
    plans = new PushPlans(database, collections, edits, consents, matches, new PlannedItems(merge));
    twins = new TwinDesk(database, records, edits, matches);
    push =
        new Push(
            database,
            collections,
            consents,
            plans,
            journal,
            sender,
            new Joins(
                new Joining(
                    records, rows, collections, edits, merge, new Conflicts(ids), found, clock)),
            lease -> Optional.ofNullable(target.get()),
            clock);
    crm = CrmSide.of(database, records, collections, edits, ids, clock, TENANT, connection);
    queue.open(TENANT, connection, TYPE);
  }

  Rounds rounds() {
    return new Rounds(queue, pull, push, executor);
  }

  /** What can be written; a second one is another service. */
  /** A world that has read the one lunch of a calendar, and may write to it. */
  static SyncWorld withLunch(Dialect dialect, SimulatedCalendar calendar) {
    SyncWorld world = new SyncWorld(LiveDatabase.clean(dialect).source());
    calendar.add("lunch1", "Lunch");
    world.writing(calendar.target()).sync(calendar.source());
    return world;
  }

  SyncWorld writing(Target to) {
    target.set(to);
    return this;
  }

  void policy(Policy policy) {
    database.write(
        db -> {
          new Policies().put(db, TENANT, connection, TYPE, policy);
          return true;
        });
  }

  /** Tells of each step of the engine. */
  void watch(Steps watcher) {
    steps = watcher;
  }

  /** One whole run in both directions, of which any plan is confirmed. */
  SyncRun sync(Source source) {
    queue.request(
        connection, TYPE, new Wish(Direction.BOTH, PullKind.INCREMENTAL, Optional.of("*")));
    return execute(source);
  }

  PushPlan plan() {
    return plans.plan(TENANT, connection, TYPE);
  }

  /** What the run that is asked for comes to; throws what stops it, as a crash would. */
  SyncRun execute(Source source) {
    HeldRun run = queue.begin(connection, TYPE).orElseThrow();
    rounds().of(run, () -> source);
    return run(run.lease().runId());
  }

  /** One whole run; throws what stops it, and leaves it as a crash would. */
  SyncRun pull(FakeService service) {
    HeldRun run = queue.begin(connection, TYPE).orElseThrow();
    Pulled pulled = pull.run(run, service, executor, queue.wanted(run));
    queue.end(run, pulled.complete() ? RunState.SUCCEEDED : RunState.FAILED);
    return run(run.lease().runId());
  }

  SyncRun fullPull(FakeService service) {
    queue.request(connection, TYPE, PullKind.FULL);
    return pull(service);
  }

  SyncRun run(String id) {
    return database.read(connection -> runs.find(connection, TENANT, id)).orElseThrow();
  }

  /** Why the sync is stalled, if it is. */
  Optional<String> stalled() {
    return queue.task(connection, TYPE).orElseThrow().stalled();
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

  /** The data of all records that are not deleted, by id. */
  Map<String, String> data() {
    Map<String, String> data = new TreeMap<>();
    rows("select id, data from record where deleted_at is null")
        .forEach(row -> data.put(row.get(0), row.get(1)));
    return data;
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
