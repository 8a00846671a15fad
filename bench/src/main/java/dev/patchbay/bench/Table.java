package dev.patchbay.bench;

import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.Pairs;
import dev.patchbay.bench.measure.Spread;
import dev.patchbay.bench.measure.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The figures as a document shows them: medians, and in brackets the least and the most. */
final class Table {
  private static final double MILLIS = 1e3;

  private final List<String> pulls = new ArrayList<>();
  private final List<String> starts = new ArrayList<>();

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

  private static Spread spread(List<Start> starts, ToDoubleFunction<Start> figure) {
    return Spread.of(starts.stream().mapToDouble(figure).boxed().toList());
  }

  private static String cpu(java.util.function.Function<ToDoubleFunction<Lap>, Spread> side) {
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
    return String.join("\n", lines) + "\n";
  }
}
