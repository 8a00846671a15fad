package dev.patchbay.bench.limit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * All of a renewal and nothing around it: a lease that other nodes would see, a call of the token
 * server, and its answer kept, while the other callers of the token wait. It seals nothing, counts
 * nothing and knows no connections. The first line is the address of the database, the second that
 * of the token server, the third a number of tokens; each further line has all of them renewed, and
 * the answer is the nanoseconds that it took.
 */
public final class BareRenewalsProcess {
  private static final int CALLERS = 32;
  private static final int TOKENS_AT_ONCE = 16;

  private final List<BareGrants> grants;
  private final int tokens;
  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS * TOKENS_AT_ONCE);

  private BareRenewalsProcess(List<BareGrants> grants, int tokens) {
    this.grants = grants;
    this.tokens = tokens;
  }

  /** Reads the two addresses and the number, then rounds. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String database = lines.readLine();
    BareTokens server = new BareTokens(URI.create(lines.readLine()), TOKENS_AT_ONCE);
    List<BareGrants> grants = new ArrayList<>();
    for (int i = 0; i < TOKENS_AT_ONCE; i++) {
      Connection connection = DriverManager.getConnection(database, "postgres", "");
      grants.add(new BareGrants(connection, server));
    }
    int tokens = Integer.parseInt(lines.readLine());
    for (int id = 0; id < tokens; id++) {
      grants.get(id % TOKENS_AT_ONCE).create(id);
    }
    BareRenewalsProcess process = new BareRenewalsProcess(grants, tokens);
    System.out.println("ready");
    while (lines.readLine() != null) {
      System.out.println(process.round());
    }
    process.threads.shutdown();
  }

  private long round() throws ExecutionException, InterruptedException {
    Map<Integer, CompletableFuture<String>> flights = new ConcurrentHashMap<>();
    List<Callable<Set<String>>> walks = new ArrayList<>();
    for (int share = 0; share < TOKENS_AT_ONCE; share++) {
      int first = share;
      walks.addAll(Collections.nCopies(CALLERS, () -> walk(flights, first)));
    }
    long start = System.nanoTime();
    Set<String> had = new HashSet<>();
    for (Future<Set<String>> walk : threads.invokeAll(walks)) {
      had.addAll(walk.get());
    }
    long nanos = System.nanoTime() - start;
    if (had.size() != tokens) {
      throw new IllegalStateException("%d tokens for %d".formatted(had.size(), tokens));
    }
    return nanos;
  }

  private Set<String> walk(Map<Integer, CompletableFuture<String>> flights, int first) {
    Set<String> had = new HashSet<>();
    for (int id = first; id < tokens; id += TOKENS_AT_ONCE) {
      had.add(token(flights, id));
    }
    return had;
  }

  /** Whoever comes first renews; the others wait for that. */
  private String token(Map<Integer, CompletableFuture<String>> flights, int id) {
    CompletableFuture<String> mine = new CompletableFuture<>();
    CompletableFuture<String> first = flights.putIfAbsent(id, mine);
    if (first != null) {
      return first.join();
    }
    try {
      mine.complete(grants.get(id % TOKENS_AT_ONCE).renew(id));
    } catch (Exception e) {
      mine.completeExceptionally(e);
    }
    return mine.join();
  }
}
