package dev.patchbay.host.sync;

/** Told of each step that a sync takes, so that a test can have it die there. */
@FunctionalInterface
interface Steps {

  /** Nobody listens. */
  Steps UNWATCHED = step -> {};

  void reached(Step step);
}
