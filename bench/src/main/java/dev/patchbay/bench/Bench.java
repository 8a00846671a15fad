package dev.patchbay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The one command that runs the benchmarks and writes their table. */
@Command(
    name = "bench/run",
    description = "Measures the packed server beside its physical limits.",
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  private static final Set<Integer> PULLS = Set.of(1, 2, 3, 4, 11);

  @Option(
      names = "--short",
      description = "Small sizes, one pair: shows that it works, measures nothing.")
  private boolean quick;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "<number>",
      description = "Only these benchmarks, as 1,3.")
  private List<Integer> only = List.of(1, 2, 3, 4, 8, 9, 10, 11, 12);

  @Option(
      names = "--distribution",
      required = true,
      paramLabel = "<folder>",
      description = "The packed server.")
  private Path distribution;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "<folder>",
      description = "Takes the table, and the logs and data of each run.")
  private Path output;

  @Option(
      names = "--java-option",
      paramLabel = "<option>",
      description = "For the server's Java, as a profiler needs; repeatable.")
  private List<String> javaOptions = List.of();

  /** Runs what the arguments ask for. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Logger.getLogger("").setLevel(Level.WARNING);
    Scale scale = quick ? Scale.quick() : Scale.full();
    Table table = new Table();
    if (only.stream().anyMatch(PULLS::contains)) {
      try (Arena arena =
          Arena.open(distribution, Files.createDirectories(place("pulls")), javaOptions)) {
        measure(new Pulls(arena, scale), scale, table);
      }
    }
    if (only.contains(8)) {
      Path folder = Files.createDirectories(place("dues"));
      try (Dues dues = Dues.open(distribution, folder, javaOptions, scale)) {
        table.add(dues.measure());
      }
    }
    if (only.contains(9)) {
      try (Renewals renewals =
          Renewals.open(
              distribution, Files.createDirectories(place("renewals")), javaOptions, scale)) {
        table.add(renewals.measure());
      }
    }
    if (only.contains(10)) {
      table.add(new Starts(distribution, place("starts"), scale).measure());
    }
    if (only.contains(12)) {
      Path folder = Files.createDirectories(place("rotations"));
      table.add(new Rotations(distribution, folder, scale).measure());
    }
    Files.writeString(output.resolve("benchmarks.md"), table.toString());
    System.out.println(table);
    return 0;
  }

  /** Every run has a place of its own. */
  private Path place(String name) {
    return output.resolve(name + "-" + ProcessHandle.current().pid());
  }

  private void measure(Pulls pulls, Scale scale, Table table) {
    if (only.contains(1)) {
      table.add("1", "first pull, pages of 2,500", pulls.first(Pulls.LARGE_PAGE));
    }
    if (only.contains(2)) {
      table.add("2", "first pull, pages of 250", pulls.first(Pulls.DEFAULT_PAGE));
    }
    if (only.contains(3)) {
      table.add("3", "everything again, unchanged", pulls.again());
    }
    if (only.contains(11)) {
      table.add(
          "11",
          "first pull beside four connections whose service fails (limit: alone)",
          pulls.besideTrouble());
    }
    if (only.contains(4)) {
      scale
          .stored()
          .forEach(
              stored ->
                  table.addIncremental(
                      "4",
                      "%,d changed over %,d".formatted(scale.changed(), stored),
                      scale.changed(),
                      pulls.changes(stored)));
    }
  }
}
