package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Departures;
import dev.patchbay.host.egress.Exchange;
import dev.patchbay.host.egress.Origin;
import dev.patchbay.host.egress.Sender;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.metrics.Metrics;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The log over a real database, which can be cut off. */
final class OperationWorld {

  static final String TENANT = "ten_1";

  final SettableClock clock = new SettableClock();
  final Operations operations;
  final Metrics metrics = new Metrics();
  final OperationLog log;
  final OperationWriter writer;
  boolean databaseIsAway;

  OperationWorld(Dialect dialect) {
    DataSource real = TestDatabase.clean(dialect).dataSource();
    var database = new Database(cuttable(real));
    var ids = new Ids(clock);
    var counts = new Counts(clock);
    operations = new Operations(database);
    log = new OperationLog(new Sampling(clock), counts, ids, metrics, clock);
    writer = new OperationWriter(log, counts, new OperationStore(ids), database, clock, 7);
  }

  void success(String connection) {
    log.add(exchange(TENANT, connection, 200, ""));
  }

  void failure(String connection, String category) {
    log.add(exchange(TENANT, connection, 503, category));
  }

  static Exchange exchange(String tenant, String connection, int status, String category) {
    return new Exchange(
        Sender.plugin("sample", List.of())
            .connection(connection, List.of())
            .from(new Origin(tenant, "run_1", "cal_1", new Departures())),
        "GET",
        "api.service.test",
        "/v1/things",
        status,
        Duration.ofMillis(20),
        5,
        category,
        "answered");
  }

  List<OperationSummary> written() {
    writer.write();
    return operations.list(everything(TENANT), "", 20_000);
  }

  static OperationQuery everything(String tenant) {
    return new OperationQuery(
        tenant,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private DataSource cuttable(DataSource real) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (databaseIsAway) {
                throw new SQLException("cut off", "08006");
              }
              return method.invoke(real, arguments);
            });
  }
}
