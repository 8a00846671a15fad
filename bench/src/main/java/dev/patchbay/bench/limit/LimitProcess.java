package dev.patchbay.bench.limit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;

/**
 * The bare programs, in a process of their own that stays as warm as the product's. Each line names
 * one: {@code store} writes everything, {@code compare} finds what differs and writes nothing,
 * {@code change} writes what changed since the last run. The answer is how many events were read,
 * how many made a difference, and the nanoseconds it took.
 */
public final class LimitProcess {
  private final Pages pages;
  private final ItemTable table;
  private Optional<String> syncToken = Optional.empty();

  private LimitProcess(URI events, Connection database) {
    this.pages = new Pages(events);
    this.table = new ItemTable(database);
  }

  /** Reads the two addresses, of the events and of the database, then one program a line. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    URI events = URI.create(lines.readLine());
    try (Connection database = DriverManager.getConnection(lines.readLine(), "postgres", "")) {
      LimitProcess process = new LimitProcess(events, database);
      System.out.println("ready");
      for (String program = lines.readLine(); program != null; program = lines.readLine()) {
        System.out.println(process.timed(program));
      }
    }
  }

  private String timed(String program) {
    long start = System.nanoTime();
    BarePull.Outcome outcome =
        switch (program) {
          case "store" -> new BarePull(pages, true, table::upsert).run(Optional.empty());
          case "compare" -> new BarePull(pages, false, table::compare).run(Optional.empty());
          case "change" -> new BarePull(pages, true, table::upsert).run(syncToken);
          default -> throw new IllegalArgumentException("There is no program " + program);
        };
    long nanos = System.nanoTime() - start;
    if (!program.equals("compare")) {
      syncToken = Optional.of(outcome.syncToken());
    }
    return outcome.read() + " " + outcome.different() + " " + nanos;
  }
}
