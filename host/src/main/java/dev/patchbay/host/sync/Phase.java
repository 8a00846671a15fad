package dev.patchbay.host.sync;

/** What the cursor of a collection stands for. */
enum Phase {
  /** No pass was complete yet: the cursor is where the first one goes on. */
  FIRST_PASS,
  /** The cursor is where a later, incremental pass goes on. */
  MID_PASS,
  /** The cursor is where the next pass starts. */
  BETWEEN_PASSES
}
