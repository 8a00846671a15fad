package dev.patchbay.host.plugin;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.host.egress.Departures;
import dev.patchbay.host.metrics.Metrics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way into a plugin's code. What comes back is a result, one of the six integration
 * exceptions, or a {@link PluginDefect}; never anything else, and never too late.
 */
@Singleton
public class PluginCalls {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(3);
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);
  private static final Duration REST = Duration.ofMinutes(15);

  private final CallThreads threads;
  private final ConnectionGuards guards;
  private final Patience patience;
  private final Metrics metrics;
  private final Duration deadline;

  @Inject
  public PluginCalls(CallThreads threads, Metrics metrics, Clock clock) {
    this(threads, new ConnectionGuards(clock, OPEN_FOR, REST), Patience.usual(), metrics, DEADLINE);
  }

  PluginCalls(
      CallThreads threads,
      ConnectionGuards guards,
      Patience patience,
      Metrics metrics,
      Duration deadline) {
    this.threads = threads;
    this.guards = guards;
    this.patience = patience;
    this.metrics = metrics;
    this.deadline = deadline;
  }

  /**
   * Calls for one connection, through its breaker and with its retries.
   *
   * @param departures told by the context's ways out what they sent
   */
  public ConnectionCalls on(ReadyPlugin plugin, ConnectionContext context, Departures departures) {
    return new ConnectionCalls(this, plugin, context, departures);
  }

  /**
   * One call to the plugin itself, once: the step after a token.
   *
   * @param what what it is for, as an admin understands it
   */
  public <T> T ask(ReadyPlugin plugin, String what, Function<IntegrationPlugin, T> question) {
    return ask(plugin, what, deadline, question);
  }

  /** Has the plugin understand a webhook, for whose answer its service waits only seconds. */
  public <T> T hear(ReadyPlugin plugin, Function<IntegrationPlugin, T> question) {
    return ask(plugin, "understand a webhook", HEARD_WITHIN, question);
  }

  private <T> T ask(
      ReadyPlugin plugin, String what, Duration within, Function<IntegrationPlugin, T> question) {
    long start = System.nanoTime();
    String category = Metrics.SUCCESS;
    try {
      return threads.run(plugin.loader(), what, within, () -> question.apply(plugin.plugin()));
    } catch (RuntimeException e) {
      category = e.getClass().getSimpleName();
      throw e;
    } finally {
      metrics.call(plugin.id(), category, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /**
   * A piece of the plugin's code that only computes, such as the mapping of an item that a page
   * brought along: on the caller's thread and without a deadline, since there are many of them.
   * What it throws reaches the caller as it is, who knows what one item is worth.
   */
  public <T> T compute(ReadyPlugin plugin, Supplier<T> code) {
    return plugin.loader().during(code);
  }

  ConnectionGuards guards() {
    return guards;
  }

  Patience patience() {
    return patience;
  }
}
