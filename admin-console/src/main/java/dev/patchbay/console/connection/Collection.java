package dev.patchbay.console.connection;

import dev.patchbay.console.event.Calendar;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  static Map<String, Calendar> calendars(List<Collection> collections) {
    return collections.stream()
        .filter(one -> "event".equals(one.type()))
        .collect(
            Collectors.toMap(
                Collection::id, Collection::calendar, (a, b) -> a, LinkedHashMap::new));
  }

  Optional<Instant> lastSync() {
    return Optional.ofNullable(lastSyncedAt);
  }

  Optional<String> plainColor() {
    return calendar().plainColor();
  }

  private Calendar calendar() {
    return new Calendar(id, name, Optional.ofNullable(color), Optional.ofNullable(timeZone));
  }
}
