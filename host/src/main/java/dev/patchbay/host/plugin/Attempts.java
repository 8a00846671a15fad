package dev.patchbay.host.plugin;

import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The attempts of one call: what each failure means for the next. */
final class Attempts {

  private final RetryBudget budget;
  private final Sleeper sleeper;
  private final BooleanSupplier mayHaveActed;
  private Optional<Runnable> refresh;

  /**
   * @param mayHaveActed whether the attempt before may have changed something at the service
   */
  Attempts(Patience patience, BooleanSupplier mayHaveActed, Optional<Runnable> refresh) {
    this.budget = patience.budget();
    this.sleeper = patience.sleeper();
    this.mayHaveActed = mayHaveActed;
    this.refresh = refresh;
  }

  /**
   * Waits as the service asked an earlier call to.
   *
   * @throws RateLimited if that is too long
   */
  void holdFor(Duration quiet) {
    if (!quiet.isZero()) {
      budget.requireBearable(
          new RateLimited(
              "The service asked this connection to wait; " + quiet.toSeconds() + " s are left",
              quiet));
      pause(quiet);
    }
  }

  <T> T make(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (ReauthorizationNeeded e) {
        requireHarmless(e);
        refresh.orElseThrow(() -> e).run();
        refresh = Optional.empty();
      } catch (RateLimited e) {
        requireHarmless(e);
        pause(budget.after(e));
      } catch (Unavailable e) {
        requireHarmless(e);
        pause(budget.after(e));
      }
    }
  }

  private void requireHarmless(IntegrationException failure) {
    if (mayHaveActed.getAsBoolean()) {
      throw failure;
    }
  }

  private void pause(Duration time) {
    try {
      sleeper.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The call was given up while it waited to be repeated");
    }
  }
}
