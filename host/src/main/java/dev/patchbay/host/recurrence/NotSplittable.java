package dev.patchbay.host.recurrence;

/** Why a series cannot be split there, and what can be done instead. */
public final class NotSplittable extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NotSplittable(String message) {
    super(message);
  }
}
