package dev.patchbay.host.sync;

import dev.patchbay.host.persistence.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A run in the hands of this execution. Whatever a pull writes goes through here, together with the
 * run's counters and only while the lease holds: so the counters are exact, and a node that was
 * replaced cannot write.
 */
final class HeldRun {
  private static final String SAVE =
      """
      update sync_run set attempts = case when items_processed < ? then 0 else attempts end,
        items_processed = ?, created = ?, updated = ?, deleted = ?, unchanged = ?, failed = ?,
        sent_created = ?, sent_updated = ?, sent_deleted = ?, sent_refused = ?, sent_unknown = ?,
        errors = ?, current_collection = ?
      where id = ? and lease = ?
      """;

  private final Database database;
  private final Lease lease;
  private final long processedBefore;
  private RunReport report;
  private BooleanSupplier stopping = () -> false;

  HeldRun(Database database, SyncRun run, String token) {
    this.database = database;
    this.lease = Lease.of(run, token);
    this.report = run.report().goingOn();
    this.processedBefore = report.processed();
  }

  Lease lease() {
    return lease;
  }

  RunReport report() {
    return report;
  }

  /** How often it was begun since it last got further, this time included. */
  int attempts() {
    return report.processed() > processedBefore ? 0 : lease.attempts();
  }

  /** Lets the next write refuse once the server goes down, so that nobody waits for a long pull. */
  void stopWhen(BooleanSupplier serverStops) {
    stopping = serverStops;
  }

  /** Has the run say why it ends or waits, at its next write. */
  HeldRun because(RunError reason) {
    report = report.because(reason);
    return this;
  }

  /** Has the run say which collection it reads, at its next write. */
  void at(String collection) {
    report = report.at(collection);
  }

  /**
   * Writes what the run did, and the report with it; both or none.
   *
   * @throws Superseded if the run is no longer ours
   * @throws CancellationException if the server goes down
   */
  void write(RunReport next, Writing writing) {
    if (stopping.getAsBoolean()) {
      throw new CancellationException("The server stops; the run goes on when it is back");
    }
    database.<Void>write(
        connection -> {
          save(connection, next);
          writing.on(connection);
          return null;
        });
    report = next;
  }

  /**
   * The same for something that can as well be left to the next run.
   *
   * @throws CalledOff if a person called the run off
   */
  void begin(RunReport next, Writing writing) {
    write(
        next,
        connection -> {
          if (SyncRuns.isCalledOff(connection, lease.runId())) {
            throw new CalledOff();
          }
          writing.on(connection);
        });
  }

  /** Writes the report alone. */
  void write(RunReport next) {
    write(next, connection -> {});
  }

  /** Writes the report in a transaction that somebody else began. */
  void save(Connection connection, RunReport next) throws SQLException {
    Tally tally = next.tally();
    try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
      statement.setLong(1, next.processed());
      statement.setLong(2, next.processed());
      statement.setLong(3, tally.created());
      statement.setLong(4, tally.updated());
      statement.setLong(5, tally.deleted());
      statement.setLong(6, tally.unchanged());
      statement.setLong(7, tally.failed());
      setSent(statement, next.sent());
      statement.setString(13, RunErrors.toJson(next.errors()));
      statement.setString(14, next.currentCollection().orElse(null));
      statement.setString(15, lease.runId());
      statement.setString(16, lease.token());
      if (statement.executeUpdate() != 1) {
        throw new Superseded(lease.runId());
      }
    }
  }

  private static void setSent(PreparedStatement statement, Sent sent) throws SQLException {
    statement.setLong(8, sent.created());
    statement.setLong(9, sent.updated());
    statement.setLong(10, sent.deleted());
    statement.setLong(11, sent.refused());
    statement.setLong(12, sent.unknown());
  }

  /** A part of a transaction. */
  @FunctionalInterface
  interface Writing {
    void on(Connection connection) throws SQLException;
  }
}
