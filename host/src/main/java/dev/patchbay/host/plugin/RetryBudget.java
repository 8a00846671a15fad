package dev.patchbay.host.plugin;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.Unavailable;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/** What is left of a call's patience; not shared between threads. */
final class RetryBudget {

  private final RetryPolicy policy;
  private final DoubleSupplier random;
  private int used;

  RetryBudget(RetryPolicy policy, DoubleSupplier random) {
    this.policy = policy;
    this.random = random;
  }

  /**
   * How long to wait after the service failed.
   *
   * @throws Unavailable the failure itself, if the patience is at its end
   */
  Duration after(Unavailable failure) {
    if (used == policy.retries()) {
      throw failure;
    }
    return backOff();
  }

  /**
   * How long to wait after the service asked to slow down: exactly what it asked for.
   *
   * @throws RateLimited the failure itself, if that is too long, or the patience is at its end
   */
  Duration after(RateLimited failure) {
    requireBearable(failure);
    if (used == policy.retries()) {
      throw failure;
    }
    Duration own = backOff();
    return failure.retryAfter().orElse(own);
  }

  /**
   * @throws RateLimited the failure itself, if the service asked for too long a wait
   */
  void requireBearable(RateLimited failure) {
    if (failure.retryAfter().filter(policy::isTooLong).isPresent()) {
      throw failure;
    }
  }

  /**
   * Anything between nothing and the bound ("full jitter"), so that callers do not come in step.
   */
  private Duration backOff() {
    long doubled = policy.base().toMillis() << used;
    used++;
    long bound = Math.min(doubled, policy.longestBackOff().toMillis());
    return Duration.ofMillis(Math.round(bound * random.getAsDouble()));
  }
}
