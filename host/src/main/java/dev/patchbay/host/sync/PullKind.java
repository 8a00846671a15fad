package dev.patchbay.host.sync;

/** How much a pull reads. */
enum PullKind {
  /** What changed since the last one. */
  INCREMENTAL,
  /** Everything, so that what is missing is found too. */
  FULL
}
