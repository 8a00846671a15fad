package dev.patchbay.system;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Callers who use connections without a pause: they read the credential, and have the service asked
 * with it. Each has a connection of its own, whose token ends again and again, so that it is
 * renewed as well.
 */
final class CredentialReaders implements AutoCloseable {
  private static final int ROUND = 20;

  private final RestClient crm;
  private final SandboxClient sandbox;
  private final ExecutorService callers;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private volatile boolean over;
  private volatile boolean dying;

  /**
   * @param connections by the account of each
   */
  CredentialReaders(RestClient crm, SandboxClient sandbox, Map<String, String> connections) {
    this.crm = crm;
    this.sandbox = sandbox;
    this.callers = Executors.newFixedThreadPool(connections.size());
    connections.forEach(
        (account, connection) -> callers.execute(() -> useUntilOver(account, connection)));
  }

  private void useUntilOver(String account, String connection) {
    try {
      for (int i = 1; !over; i++) {
        use(account, "/connections/" + connection, i % ROUND);
      }
    } catch (UncheckedIOException broken) {
      if (!dying) {
        failures.add(broken.toString());
      }
    }
  }

  private void use(String account, String connection, int turn) {
    if (turn == 0) {
      sandbox.expireAccessTokens(account);
      timed(() -> crm.post(connection + "/check", Map.of()));
    } else {
      timed(() -> crm.get(connection + "/credential"));
    }
  }

  private void timed(Supplier<Answer> call) {
    long start = System.nanoTime();
    Answer answer = call.get();
    nanos.add(System.nanoTime() - start);
    if (answer.status() != 200) {
      failures.add(answer.toString());
    }
  }

  /** From now on a broken connection is no failure. */
  void expectTheEnd() {
    dying = true;
  }

  List<String> failures() {
    return failures;
  }

  int calls() {
    return nanos.size();
  }

  @Override
  public String toString() {
    List<Long> sorted = new ArrayList<>(nanos);
    sorted.sort(null);
    return "%d calls, %d failed, p50 %.1f ms, p99 %.1f ms"
        .formatted(sorted.size(), failures.size(), at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(List<Long> sorted, double part) {
    return sorted.isEmpty() ? 0 : sorted.get((int) (part * (sorted.size() - 1))) / 1e6;
  }

  @Override
  public void close() throws InterruptedException {
    over = true;
    callers.shutdown();
    if (!callers.awaitTermination(2, TimeUnit.MINUTES)) {
      failures.add("a caller still waits");
    }
  }
}
