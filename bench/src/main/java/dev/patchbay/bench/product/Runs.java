package dev.patchbay.bench.product;

import dev.patchbay.bench.Waiting;
import dev.patchbay.bench.database.Postgres;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The server's runs as its database tells them, so that watching costs the server nothing. */
final class Runs {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int FINISHED = 4;
  private static final String LATEST =
      """
      select state, items_processed, created + updated + deleted,
        to_char(queued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        to_char(finished_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), errors
      from sync_run where connection_id = ? order by queued_at desc limit 1
      """;

  private final Postgres postgres;
  private final String database;

  Runs(Postgres postgres, String database) {
    this.postgres = postgres;
    this.database = database;
  }

  /** Waits until the latest run of the connection has ended, and demands that it did so well. */
  Run finished(String connection) {
    Waiting.until(
        "the run of " + connection + " ends", LONGEST, () -> latest(connection).isPresent());
    return Run.of(latest(connection).orElseThrow());
  }

  private Optional<List<String>> latest(String connection) {
    return postgres.rows(database, LATEST, connection).stream()
        .filter(run -> run.get(FINISHED) != null)
        .findFirst();
  }

  /**
   * A run that ended well.
   *
   * @param written how many records it made, changed or deleted
   * @param wall from the wish to the end
   */
  record Run(long read, long written, Duration wall) {

    static Run of(List<String> row) {
      if (!row.get(0).equals("SUCCEEDED") || !row.get(5).equals("[]")) {
        throw new IllegalStateException("The run ended badly: " + row);
      }
      return new Run(
          Long.parseLong(row.get(1)),
          Long.parseLong(row.get(2)),
          Duration.between(
              OffsetDateTime.parse(row.get(3)), OffsetDateTime.parse(row.get(FINISHED))));
    }
  }
}
