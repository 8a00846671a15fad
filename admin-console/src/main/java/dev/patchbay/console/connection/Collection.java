package dev.patchbay.console.connection;

import java.time.Instant;
import java.util.Optional;

/** A container of items at the service: a calendar, a folder. */
record Collection(
    String id,
    String externalId,
    String type,
    String name,
    boolean primary,
    boolean writable,
    String color,
    String timeZone,
    Instant lastSyncedAt,
    long records) {

  Optional<Instant> lastSync() {
    return Optional.ofNullable(lastSyncedAt);
  }
}
