package dev.patchbay.testkit.contract;

import dev.patchbay.api.error.IntegrationException;
import org.opentest4j.AssertionFailedError;

/** Says in one sentence what a plugin lacks. */
final class Expectation {
  private Expectation() {}

  static void expect(boolean holds, String what) {
    if (!holds) {
      throw new AssertionFailedError("The contract expects " + what);
    }
  }

  /** What a call threw, which must be of this category. */
  static <X extends IntegrationException> X thrown(String call, Class<X> category, Runnable code) {
    try {
      code.run();
    } catch (RuntimeException e) {
      if (category.isInstance(e)) {
        return category.cast(e);
      }
      throw new AssertionFailedError(
          "The contract expects %s of \"%s\", not %s".formatted(category.getSimpleName(), call, e),
          e);
    }
    throw new AssertionFailedError(
        "The contract expects %s of \"%s\", which threw nothing"
            .formatted(category.getSimpleName(), call));
  }
}
