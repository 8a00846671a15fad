package dev.patchbay.host.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What this node did since it started, by plugin and category. No tenant and no connection is a
 * label: there may be very many, and whoever watches the server need not know them.
 */
@Singleton
public class Metrics {

  /** The category of what went well. */
  public static final String SUCCESS = "success";

  private static final double NANOS_PER_SECOND = 1e9;

  private final Map<Series, Sum> exchanges = new ConcurrentHashMap<>();
  private final Map<Series, Sum> calls = new ConcurrentHashMap<>();
  private final LongAdder dropped = new LongAdder();

  private record Series(String plugin, String category) {}

  private record Sum(LongAdder count, LongAdder nanoseconds) {

    static Sum none() {
      return new Sum(new LongAdder(), new LongAdder());
    }

    void add(Duration time) {
      count.increment();
      nanoseconds.add(time.toNanos());
    }
  }

  /** One exchange with a service. */
  public void exchange(String plugin, String category, Duration time) {
    add(exchanges, plugin, category, time);
  }

  /** One call to a plugin; the category is the plugin's own word. */
  public void call(String plugin, String category, Duration time) {
    add(calls, plugin, category, time);
  }

  /** One exchange that was to be in the operation log and is not. */
  public void droppedOperation() {
    dropped.increment();
  }

  /** How many exchanges were to be in the operation log and are not. */
  public long droppedOperations() {
    return dropped.sum();
  }

  MetricSnapshots snapshot() {
    return MetricSnapshots.of(
        summary("patchbay_exchange_seconds", "Exchanges with services", exchanges),
        summary("patchbay_call_seconds", "Calls to plugins", calls),
        CounterSnapshot.builder()
            .name("patchbay_operations_dropped")
            .help("Exchanges that the operation log had no room for")
            .dataPoint(CounterDataPointSnapshot.builder().value((double) dropped.sum()).build())
            .build());
  }

  private static void add(Map<Series, Sum> sums, String plugin, String category, Duration time) {
    var series = new Series(plugin, category.isEmpty() ? SUCCESS : category);
    sums.computeIfAbsent(series, first -> Sum.none()).add(time);
  }

  private static SummarySnapshot summary(String name, String help, Map<Series, Sum> sums) {
    var summary = SummarySnapshot.builder().name(name).help(help);
    sums.forEach((series, sum) -> summary.dataPoint(point(series, sum)));
    return summary.build();
  }

  private static SummaryDataPointSnapshot point(Series series, Sum sum) {
    return SummaryDataPointSnapshot.builder()
        .labels(Labels.of("plugin", series.plugin(), "category", series.category()))
        .count(sum.count().sum())
        .sum((double) sum.nanoseconds().sum() / NANOS_PER_SECOND)
        .build();
  }
}
