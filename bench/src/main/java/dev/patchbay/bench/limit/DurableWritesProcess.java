package dev.patchbay.bench.limit;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The bare program beside renewals: it keeps sealed tokens, each with a commit of its own, over as
 * many connections as the server's callers use at once. Each line says how many; the answer is the
 * nanoseconds that it took.
 */
public final class DurableWritesProcess {
  private static final int WRITERS = 16;
  private static final int SEALED_BYTES = 400;
  private static final String KEEP =
      "update token set sealed = ?, version = version + 1 where id = ?";

  private DurableWritesProcess() {}

  /** Reads the address of the database, then a number of writes a line. */
  public static void main(String[] arguments) throws Exception {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String database = lines.readLine();
    List<Connection> connections = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      connections.add(DriverManager.getConnection(database, "postgres", ""));
    }
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    System.out.println("ready");
    for (String count = lines.readLine(); count != null; count = lines.readLine()) {
      System.out.println(nanos(threads, connections, Integer.parseInt(count)));
    }
    threads.shutdown();
  }

  private static long nanos(ExecutorService threads, List<Connection> connections, int count)
      throws Exception {
    long start = System.nanoTime();
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int first = i;
      writers.add(() -> write(connections.get(first), first, count));
    }
    for (Future<Integer> writer : threads.invokeAll(writers)) {
      writer.get();
    }
    return System.nanoTime() - start;
  }

  private static int write(Connection connection, int first, int count) throws Exception {
    byte[] sealed = new byte[SEALED_BYTES];
    int written = 0;
    try (PreparedStatement update = connection.prepareStatement(KEEP)) {
      for (int id = first; id < count; id += WRITERS) {
        sealed[id % SEALED_BYTES]++;
        update.setBytes(1, sealed);
        update.setInt(2, id);
        written += update.executeUpdate();
      }
    }
    return written;
  }
}
