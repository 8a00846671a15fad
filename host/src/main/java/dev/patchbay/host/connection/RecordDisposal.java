package dev.patchbay.host.connection;

import dev.patchbay.host.problem.ProblemException;

/** What becomes of the copies when their connection ends. */
public enum RecordDisposal {
  KEEP,
  ERASE;

  /** Reads the query parameter {@code records}. */
  static RecordDisposal of(String text) {
    return switch (text) {
      case "keep" -> KEEP;
      case "erase" -> ERASE;
      default -> throw ProblemException.badParameter("records", "must be keep or erase");
    };
  }
}
