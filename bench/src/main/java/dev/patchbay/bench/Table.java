package dev.patchbay.bench;

import dev.patchbay.bench.Rotations.Turn;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.Latencies;
import dev.patchbay.bench.measure.Pairs;
import dev.patchbay.bench.measure.Spread;
import dev.patchbay.bench.measure.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures as a document shows them: medians, and in brackets the least and the most. */
final class Table {
  private static final double MILLIS = 1e3;

  private final List<String> pulls = new ArrayList<>();
  private final List<String> starts = new ArrayList<>();
  private final List<String> rotations = new ArrayList<>();

  void add(String number, String work, Pairs pairs) {
    pulls.add(
        "| %s | %s | %s | %s | %s | %s | %s |"
            .formatted(
                number,
                work,
                whole(pairs.product(Lap::perSecond)),
                whole(pairs.limit(Lap::perSecond)),
                bracketed(pairs.ratio()),
                cpu(pairs::product),
                cpu(pairs::limit)));
  }

  void addIncremental(String number, String work, int events, Pairs pairs) {
    add(
        number,
        work + "; " + millis(pairs.product(lap -> events * MILLIS / lap.perSecond())),
        pairs);
  }

  void add(Dues.Result result) {
    add(
        "8",
        ("%,d connections due at once, two nodes, 0 duplicates; in %.0f s with one of them killed;"
                + " at 111 a second %.0f ms late (p99 %.0f ms)")
            .formatted(
                result.due(), result.death().toMillis() / MILLIS, result.median(), result.p99()),
        result.pairs());
  }

  void add(Renewals.Result result) {
    add(
        "9",
        "tokens that have ended, each wanted by 32 callers at once; 1.00 token calls for each",
        result.writes());
    add("9", "the same (limit: a bare program that renews them for as many)", result.bare());
  }

  void add(Starts.Result result) {
    starts.add(
        row("Patchbay, both WARs", result.product()) + " %.0f |".formatted(result.mebibytes()));
    starts.add(row("empty Payara Micro", result.limit()) + " |");
    starts.add(
        "| ratio | %s | %s | %s | |"
            .formatted(
                ratio(result, Start::cpuSeconds),
                ratio(result, Start::wallSeconds),
                ratio(result, Start::residentMebibytes)));
  }

  void add(Rotations.Result result) {
    List<Turn> turns = result.turns();
    Spread sealing = spread(turns, result::perSecond);
    rotations.add(
        row("while %,d are sealed anew".formatted(result.credentials()), turns, Turn::with)
            + " %s |".formatted(whole(sealing)));
    rotations.add(row("without a rotation", turns, Turn::without) + " |");
    rotations.add(
        "| ratio | %s | %s | |"
            .formatted(
                bracketed(spread(turns, turn -> turn.with().median() / turn.without().median())),
                bracketed(spread(turns, turn -> turn.with().p99() / turn.without().p99()))));
  }

  private static String row(String what, List<Turn> turns, Function<Turn, Latencies> side) {
    return "| %s | %s | %s |"
        .formatted(
            what,
            bracketed(spread(turns, turn -> side.apply(turn).median())),
            bracketed(spread(turns, turn -> side.apply(turn).p99())));
  }

  private static String row(String what, List<Start> starts) {
    return "| %s | %s | %s | %s |"
        .formatted(
            what,
            tenth(spread(starts, Start::cpuSeconds)),
            tenth(spread(starts, Start::wallSeconds)),
            whole(spread(starts, Start::residentMebibytes)));
  }

  private static String ratio(Starts.Result result, ToDoubleFunction<Start> figure) {
    return text(
        "%.2f",
        spread(result.product(), figure).median() / spread(result.limit(), figure).median());
  }

  private static <T> Spread spread(List<T> runs, ToDoubleFunction<T> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).boxed().toList());
  }

  private static String cpu(Function<ToDoubleFunction<Lap>, Spread> side) {
    return text(
        "%.1f = %.1f + %.1f",
        side.apply(Lap::cpuMicros).median(),
        side.apply(Lap::jvmMicros).median(),
        side.apply(Lap::databaseMicros).median());
  }

  private static String millis(Spread spread) {
    return text("%.0f ms", spread.median());
  }

  private static String whole(Spread spread) {
    return text("%,.0f", spread.median());
  }

  private static String tenth(Spread spread) {
    return text("%.1f", spread.median());
  }

  private static String bracketed(Spread spread) {
    return text("%.2f (%.2f–%.2f)", spread.median(), spread.least(), spread.most());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    if (!pulls.isEmpty()) {
      lines.add(
          "| # | Work | Product, records/s | Limit, records/s | Ratio | Product's CPU, µs a record"
              + " | Limit's CPU, µs a record |");
      lines.add("|---|---|---|---|---|---|---|");
      lines.addAll(pulls);
    }
    if (!starts.isEmpty()) {
      lines.add("");
      lines.add("| 10 | CPU to the first answer, s | Wall, s | Idle RSS, MiB | On disk, MiB |");
      lines.add("|---|---|---|---|---|");
      lines.addAll(starts);
    }
    if (!rotations.isEmpty()) {
      lines.add("");
      lines.add("| 12 | p50, ms | p99, ms | Sealed anew, credentials/s |");
      lines.add("|---|---|---|---|");
      lines.addAll(rotations);
    }
    return String.join("\n", lines) + "\n";
  }
}
