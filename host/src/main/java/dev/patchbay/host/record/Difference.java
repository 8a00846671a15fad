package dev.patchbay.host.record;

import dev.patchbay.api.sync.Change;

/** A change at the service that the records do not show yet. */
public record Difference(Change change, Stored stored) {

  /** What is there of the item so far. */
  public enum Stored {
    NOTHING,
    RECORD,
    TOMBSTONE
  }
}
