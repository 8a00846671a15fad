package dev.patchbay.host.operation;

import dev.patchbay.host.egress.Exchange;
import dev.patchbay.host.egress.ExchangeLog;
import dev.patchbay.host.ids.Ids;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.LongAdder;

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
  private final LongAdder dropped = new LongAdder();
  private final Sampling sampling;
  private final Counts counts;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public OperationLog(Sampling sampling, Counts counts, Ids ids, Clock clock) {
    this.sampling = sampling;
    this.counts = counts;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public void add(Exchange exchange) {
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

  /** How many were to be kept and were not, since the start. */
  public long dropped() {
    return dropped.sum();
  }

  private boolean isWorthKeeping(Exchange exchange) {
    if (!sampling.wants(exchange)) {
      return false;
    }
    if (waiting.remainingCapacity() > RESERVED_FOR_FAILURES) {
      return true;
    }
    dropped.increment();
    return false;
  }

  private void offer(Exchange exchange) {
    var operation = new Operation(ids.next("op"), clock.instant().minus(exchange.time()), exchange);
    if (!waiting.offer(operation)) {
      dropped.increment();
    }
  }

  private static boolean isFailure(Exchange exchange) {
    return !exchange.category().isEmpty();
  }
}
