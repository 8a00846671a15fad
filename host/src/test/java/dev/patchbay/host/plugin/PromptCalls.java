package dev.patchbay.host.plugin;

import dev.patchbay.host.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;

/** Calls of plugins as in the server, but no time passes between repetitions. */
final class PromptCalls {

  private PromptCalls() {}

  static PluginCalls on(CallThreads threads) {
    return new PluginCalls(
        threads,
        new ConnectionGuards(Clock.systemUTC(), Duration.ofSeconds(30), Duration.ofMinutes(15)),
        new Patience(RetryPolicy.usual(), () -> 1, time -> {}),
        new Metrics(),
        Duration.ofSeconds(20));
  }
}
