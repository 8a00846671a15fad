package dev.patchbay.host.plugin;

import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The attempts of one call: what each failure means for the next. */
final class Attempts {

  private final RetryBudget budget;
  private final Function<Unavailable, Duration> afterOutage;
  private final Sleeper sleeper;
  private Optional<Runnable> refresh;

  Attempts(
      RetryBudget budget,
      Function<Unavailable, Duration> afterOutage,
      Sleeper sleeper,
      Optional<Runnable> refresh) {
    this.budget = budget;
    this.afterOutage = afterOutage;
    this.sleeper = sleeper;
    this.refresh = refresh;
  }

  <T> T make(Supplier<T> call) {
    while (true) {
      try {
        return call.get();
      } catch (ReauthorizationNeeded e) {
        refresh.orElseThrow(() -> e).run();
        refresh = Optional.empty();
      } catch (RateLimited e) {
        pause(budget.after(e));
      } catch (Unavailable e) {
        pause(afterOutage.apply(e));
      }
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
