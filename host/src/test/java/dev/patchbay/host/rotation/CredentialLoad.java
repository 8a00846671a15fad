package dev.patchbay.host.rotation;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.credential.Kept;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Callers who use credentials all the time, and renew one in ten. Each has credentials of its own,
 * so that it knows what it must find.
 */
final class CredentialLoad implements AutoCloseable {
  private static final int CALLERS = 4;
  private static final int PAUSE_NANOS = 2_000_000;

  private final RotationWorld world;
  private final int credentials;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final int[] renewals;
  private volatile Latencies latencies = new Latencies();
  private volatile boolean over;

  CredentialLoad(RotationWorld world, int credentials) {
    this.world = world;
    this.credentials = credentials;
    this.renewals = new int[credentials];
    for (int i = 0; i < CALLERS; i++) {
      int number = i;
      callers.execute(() -> call(number));
    }
  }

  /** How long calls took while something else went on. */
  Latencies during(Runnable something) {
    latencies = new Latencies();
    something.run();
    return latencies;
  }

  List<String> failures() {
    return failures;
  }

  private void call(int caller) {
    var chance = new Random(caller);
    while (!over) {
      int number = chance.nextInt(credentials / CALLERS) * CALLERS + caller;
      long start = System.nanoTime();
      try {
        use(number, chance.nextInt(10) == 0);
      } catch (RuntimeException e) {
        failures.add(number + ": " + e);
      }
      latencies.add(System.nanoTime() - start);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void use(int number, boolean renew) {
    var holder = RotationWorld.holder(number);
    Kept kept = world.renewals.find(holder).orElseThrow();
    String expected = "token " + renewals[number] + " of " + number;
    if (!kept.content().reveal().equals(expected)) {
      failures.add(number + " is " + kept.content().reveal() + " and not " + expected);
    }
    if (renew) {
      var fresh = Secret.of("token " + (renewals[number] + 1) + " of " + number);
      if (world.renewals.exchange(holder, kept.version(), fresh, Optional.empty())) {
        renewals[number]++;
      } else {
        failures.add(number + " could not be renewed");
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    callers.shutdown();
    callers.awaitTermination(1, TimeUnit.MINUTES);
  }

  /** Times of calls. */
  static final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long time) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = time;
    }

    @Override
    public synchronized String toString() {
      long[] sorted = LongStream.of(nanos).limit(count).sorted().toArray();
      return "%d calls, p50 %.2f ms, p99 %.2f ms, max %.1f ms"
          .formatted(count, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
      return sorted.length == 0
          ? 0
          : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1e6;
    }
  }
}
