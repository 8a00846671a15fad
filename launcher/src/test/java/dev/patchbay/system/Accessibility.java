package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

/** Whether people who see or use a page in other ways than with eyes and mouse can do so. */
final class Accessibility {
  private static final String AT_REST =
      """
      () => document.getAnimations().every(
        a => a.playState !== 'running' || a.effect.getComputedTiming().endTime === Infinity)""";

  private Accessibility() {}

  /** Looks at the page at rest: halfway between two colours, neither has its contrast. */
  static void assertAccessible(Page page) {
    page.waitForFunction(AT_REST);
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }
}
