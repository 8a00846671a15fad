package dev.patchbay.host.sync;

import dev.patchbay.host.record.Deletion;

/**
 * An item that left a collection: deleted, or moved to another one.
 *
 * @param runId the run that noticed it
 */
record Departure(String collectionId, Deletion deletion, String runId) {

  static final String ABSENT = "absent";

  /** Whether the service did not speak of it, and a complete pass did not show it. */
  boolean isAbsence() {
    return deletion.reason().equals(ABSENT);
  }

  String externalId() {
    return deletion.externalId();
  }
}
