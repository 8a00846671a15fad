package dev.patchbay.host.plugin;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** How calls wait before they are repeated: how often and how long, by what chance, and on what. */
record Patience(RetryPolicy policy, DoubleSupplier random, Sleeper sleeper) {

  static Patience usual() {
    return new Patience(
        RetryPolicy.usual(),
        () -> ThreadLocalRandom.current().nextDouble(),
        time -> Thread.sleep(time.toMillis()));
  }

  RetryBudget budget() {
    return new RetryBudget(policy, random);
  }
}
