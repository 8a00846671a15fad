package dev.patchbay.bench.callers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.ConnectionContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The callers inside the server, and the port at which the benchmark commands them. Their threads
 * know the container, as those do on which plugins are called: others would be measured at writing
 * warnings.
 */
final class Callers {
  /** The system property with the port. */
  static final String PORT = "bench.callers.port";

  private static final int CALLERS = 32;
  private static final int CONNECTIONS_AT_ONCE = 16;
  private static final String CONTEXT = "java:comp/DefaultContextService";
  private static Callers here;

  private final Map<String, ConnectionContext> connections = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor threads;

  private Callers(ThreadFactory factory) {
    int all = CALLERS * CONNECTIONS_AT_ONCE;
    threads =
        new ThreadPoolExecutor(all, all, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    threads.prestartAllCoreThreads();
  }

  /** Shows a connection to the callers; the first one begins them. */
  static synchronized void know(ConnectionContext context) {
    if (here == null) {
      Object container = container(context.getClass().getClassLoader());
      here = new Callers(work -> new Thread(within(container, work)));
      here.listen();
    }
    here.connections.put(context.id().value(), context);
  }

  @SuppressWarnings("BanJNDI") // the name is the container's own, and no text from outside
  private static Object container(ClassLoader server) {
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(server);
    try {
      return new InitialContext().lookup(CONTEXT);
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /** The work with what the present call knows of the container; a plugin sees no more than JDK. */
  private static Runnable within(Object container, Runnable work) {
    try {
      return (Runnable)
          container
              .getClass()
              .getMethod("createContextualProxy", Object.class, Class.class)
              .invoke(container, work, Runnable.class);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void listen() {
    try {
      HttpServer control =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(PORT)), 0);
      control.createContext("/round", this::round);
      control.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has every connection's token asked for by all callers at once; tells how long that took. */
  private void round(HttpExchange exchange) throws IOException {
    String outcome = outcome();
    byte[] body = outcome.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private String outcome() {
    try {
      long start = System.nanoTime();
      Set<String> tokens = askForAll();
      long nanos = System.nanoTime() - start;
      return "{\"nanos\":%d,\"tokens\":%d}".formatted(nanos, tokens.size());
    } catch (ExecutionException e) {
      return "{\"problem\":\"%s\"}".formatted(e.getCause().toString().replace('"', '\''));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "{\"problem\":\"interrupted\"}";
    }
  }

  /**
   * Every caller walks through its own share of the connections, so that those who want the same
   * token come together, and nothing but the token is waited for.
   */
  private Set<String> askForAll() throws ExecutionException, InterruptedException {
    List<ConnectionContext> all = List.copyOf(connections.values());
    List<Callable<Set<String>>> walks = new ArrayList<>();
    for (int share = 0; share < CONNECTIONS_AT_ONCE; share++) {
      int first = share;
      walks.addAll(Collections.nCopies(CALLERS, () -> walk(all, first)));
    }
    Set<String> tokens = new HashSet<>();
    for (Future<Set<String>> walk : threads.invokeAll(walks)) {
      tokens.addAll(walk.get());
    }
    return tokens;
  }

  private static Set<String> walk(List<ConnectionContext> all, int first) {
    Set<String> tokens = new HashSet<>();
    for (int i = first; i < all.size(); i += CONNECTIONS_AT_ONCE) {
      tokens.add(all.get(i).auth().token().reveal());
    }
    return tokens;
  }
}
