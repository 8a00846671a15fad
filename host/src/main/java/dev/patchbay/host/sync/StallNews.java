package dev.patchbay.host.sync;

/** Tells who follows that a sync gets nowhere, or moves again. */
@FunctionalInterface
interface StallNews {

  /**
   * @param event {@code connection.stalled} or {@code connection.moving}
   */
  void tell(Lease lease, String event);
}
