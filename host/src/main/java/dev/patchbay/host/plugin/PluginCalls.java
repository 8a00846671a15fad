package dev.patchbay.host.plugin;

import dev.patchbay.api.ConnectionContext;
import dev.patchbay.api.IntegrationPlugin;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one way into a plugin's code. What comes back is a result, one of the six integration
 * exceptions, or a {@link PluginDefect}; never anything else, and never too late.
 */
@Singleton
public class PluginCalls {

  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final Duration OPEN_FOR = Duration.ofSeconds(30);
  private static final Duration REST = Duration.ofMinutes(15);

  private final CallThreads threads;
  private final ConnectionGuards guards;
  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final DoubleSupplier random;
  private final Duration deadline;

  @Inject
  public PluginCalls(CallThreads threads, Clock clock) {
    this(
        threads,
        new ConnectionGuards(clock, OPEN_FOR, REST),
        RetryPolicy.usual(),
        time -> Thread.sleep(time.toMillis()),
        () -> ThreadLocalRandom.current().nextDouble(),
        DEADLINE);
  }

  PluginCalls(
      CallThreads threads,
      ConnectionGuards guards,
      RetryPolicy policy,
      Sleeper sleeper,
      DoubleSupplier random,
      Duration deadline) {
    this.threads = threads;
    this.guards = guards;
    this.policy = policy;
    this.sleeper = sleeper;
    this.random = random;
    this.deadline = deadline;
  }

  /** Calls for one connection, through its breaker and with its retries. */
  public ConnectionCalls on(ReadyPlugin plugin, ConnectionContext context) {
    return new ConnectionCalls(this, plugin, context);
  }

  /**
   * One call to the plugin itself, once: webhooks, the step after a token.
   *
   * @param what what it is for, as an admin understands it
   */
  public <T> T ask(ReadyPlugin plugin, String what, Function<IntegrationPlugin, T> question) {
    return threads.run(plugin.loader(), what, deadline, () -> question.apply(plugin.plugin()));
  }

  /**
   * A piece of the plugin's code that only computes, such as the mapping of an item that a page
   * brought along: on the caller's thread and without a deadline, since there are many of them.
   */
  public <T> T compute(ReadyPlugin plugin, String what, Supplier<T> code) {
    try {
      return plugin.loader().during(code);
    } catch (Throwable thrown) { // whatever it is, it is the plugin's and must not reach the host
      throw CallThreads.translated(plugin.id(), what, thrown);
    }
  }

  ConnectionGuards guards() {
    return guards;
  }

  RetryBudget budget() {
    return new RetryBudget(policy, random);
  }

  Sleeper sleeper() {
    return sleeper;
  }
}
