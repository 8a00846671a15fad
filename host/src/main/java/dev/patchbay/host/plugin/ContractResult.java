package dev.patchbay.host.plugin;

import java.util.List;

/**
 * What a plugin's own tests found of the contract that every plugin keeps.
 *
 * @param reason why nothing is known; absent if something is
 */
public record ContractResult(Verdict verdict, String reason, List<Point> points) {

  /** What can be said of the plugin as it is here. */
  public enum Verdict {
    /** Every point was tried and holds, but those that its service makes impossible. */
    PROVEN,
    /** Some points do not hold, or were not tried. */
    INCOMPLETE,
    /** There is no result, or it is of other classes than these. */
    UNPROVEN
  }

  /** What became of one point. */
  public enum Outcome {
    PROVEN,
    EXEMPT,
    UNTRIED,
    FAILED
  }

  /**
   * One point of the contract.
   *
   * @param point its name
   * @param sentence what holds
   * @param reason why the service makes it impossible, and where that is written; else absent
   */
  public record Point(String point, String sentence, Outcome outcome, String reason) {

    private boolean isOpen() {
      return outcome == Outcome.UNTRIED || outcome == Outcome.FAILED;
    }
  }

  static ContractResult unproven(String reason) {
    return new ContractResult(Verdict.UNPROVEN, reason, List.of());
  }

  static ContractResult of(List<Point> points) {
    boolean open = points.isEmpty() || points.stream().anyMatch(Point::isOpen);
    return new ContractResult(open ? Verdict.INCOMPLETE : Verdict.PROVEN, null, points);
  }
}
