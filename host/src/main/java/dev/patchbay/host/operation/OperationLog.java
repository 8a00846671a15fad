package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import dev.patchbay.host.egress.ExchangeLog;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.metrics.Metrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Takes what the way out reports and keeps it until it is written. A call never waits for it: when
 * the database is slower than the services, successes are dropped first and failures last, and what
 * was dropped is counted.
 */
@Singleton
public class OperationLog implements ExchangeLog {

  private static final int CAPACITY = 10_000;
  private static final int RESERVED_FOR_FAILURES = CAPACITY / 4;

  private final BlockingQueue<Operation> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final Sampling sampling;
  private final Counts counts;
  private final Ids ids;
  private final Metrics metrics;
  private final Clock clock;

  @Inject
  public OperationLog(Sampling sampling, Counts counts, Ids ids, Metrics metrics, Clock clock) {
    this.sampling = sampling;
    this.counts = counts;
    this.ids = ids;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void add(Exchange exchange) {
    metrics.exchange(exchange.sender().plugin(), exchange.category(), exchange.time());
    if (exchange.sender().origin().tenant().isEmpty()) {
      return;
    }
    counts.add(exchange);
    if (isFailure(exchange) || isWorthKeeping(exchange)) {
      offer(exchange);
    }
  }

  /** Takes out the oldest, at most so many. */
  List<Operation> take(int most) {
    var taken = new ArrayList<Operation>();
    waiting.drainTo(taken, most);
    return taken;
  }

  private boolean isWorthKeeping(Exchange exchange) {
    if (!sampling.wants(exchange)) {
      return false;
    }
    if (waiting.remainingCapacity() > RESERVED_FOR_FAILURES) {
      return true;
    }
    metrics.droppedOperation();
    return false;
  }

  private void offer(Exchange exchange) {
    var operation = new Operation(ids.next("op"), clock.instant().minus(exchange.time()), exchange);
    if (!waiting.offer(operation)) {
      metrics.droppedOperation();
    }
  }

  private static boolean isFailure(Exchange exchange) {
    return !exchange.category().isEmpty();
  }
}
