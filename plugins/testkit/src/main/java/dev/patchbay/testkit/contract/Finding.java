package dev.patchbay.testkit.contract;

/**
 * What became of a point.
 *
 * @param reason why it was not tried; empty text if it was
 */
record Finding(Outcome outcome, String reason) {

  /** From good to bad. */
  enum Outcome {
    PROVEN,
    EXEMPT,
    UNTRIED,
    FAILED
  }

  static Finding proven() {
    return new Finding(Outcome.PROVEN, "");
  }

  static Finding exempt(String reason) {
    return new Finding(Outcome.EXEMPT, reason);
  }

  static Finding untried() {
    return new Finding(Outcome.UNTRIED, "");
  }

  static Finding failed() {
    return new Finding(Outcome.FAILED, "");
  }

  Finding worse(Finding other) {
    return outcome.compareTo(other.outcome) < 0 ? other : this;
  }
}
