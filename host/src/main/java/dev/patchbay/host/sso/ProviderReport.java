package dev.patchbay.host.sso;

import java.util.List;

/**
 * How a tenant's provider answers at the moment.
 *
 * @param good whether people can sign in, as far as can be told without one
 */
public record ProviderReport(boolean good, List<Step> steps) {

  public ProviderReport {
    steps = List.copyOf(steps);
  }

  static ProviderReport of(List<Step> steps) {
    return new ProviderReport(steps.stream().allMatch(Step::good), steps);
  }

  /**
   * One thing that was tried.
   *
   * @param name {@code discovery}, {@code keys} or {@code client}
   * @param message what was found, for a person
   */
  public record Step(String name, boolean good, String message) {}
}
