package dev.patchbay.host.sync;

import dev.patchbay.host.record.Deletion;
import dev.patchbay.host.record.Difference;
import dev.patchbay.host.record.RecordWrite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What waits to be committed: small pages together, since a commit costs more than a page, but
 * neither for long nor for much memory. Never twice the same item.
 */
final class Batch {
  private static final int MANY_ITEMS = 2_000;
  private static final long MANY_CHARACTERS = 16_000_000;
  private static final Duration LONG = Duration.ofSeconds(1);

  private final Clock clock;
  private final Set<String> externalIds = new HashSet<>();
  private final List<RecordWrite> inserts = new ArrayList<>();
  private final List<RecordWrite> updates = new ArrayList<>();
  private final List<Deletion> deletions = new ArrayList<>();
  private final List<Deletion> departures = new ArrayList<>();
  private final Map<String, String> arrivals = new HashMap<>();
  private final List<RunError> errors = new ArrayList<>();
  private Instant since;
  private int revived;
  private int unchanged;
  private int failed;
  private long characters;

  Batch(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /** Counts items that the records show already. */
  void pass(int items) {
    begin();
    unchanged += items;
  }

  void write(Difference difference, RecordWrite write) {
    begin();
    externalIds.add(write.externalId());
    characters += write.data().length();
    switch (difference.stored()) {
      case NOTHING -> inserts.add(write);
      case RECORD -> updates.add(write);
      case TOMBSTONE -> {
        updates.add(write);
        revived++;
      }
    }
  }

  /** Writes an item that came from another collection. */
  void arrive(RecordWrite write, String from) {
    begin();
    externalIds.add(write.externalId());
    characters += write.data().length();
    updates.add(write);
    arrivals.put(write.externalId(), from);
  }

  /** Remembers an item that left, and perhaps went to another collection. */
  void depart(Deletion deletion) {
    begin();
    externalIds.add(deletion.externalId());
    departures.add(deletion);
  }

  void delete(Deletion deletion) {
    begin();
    externalIds.add(deletion.externalId());
    deletions.add(deletion);
  }

  void fail(RunError error) {
    begin();
    failed++;
    if (errors.size() < RunReport.MOST_ERRORS) {
      errors.add(error);
    }
  }

  private void begin() {
    if (isEmpty()) {
      since = clock.instant();
    }
  }

  boolean isEmpty() {
    return size() == 0;
  }

  boolean holds(String externalId) {
    return externalIds.contains(externalId);
  }

  boolean isHeavy() {
    return characters >= MANY_CHARACTERS;
  }

  boolean isDue() {
    return size() >= MANY_ITEMS || isHeavy() || (!isEmpty() && patience().isZero());
  }

  private int size() {
    return changes() + departures.size() + unchanged + failed;
  }

  /** How long it may still wait for another page. */
  Duration patience() {
    Duration left = LONG.minus(Duration.between(since, clock.instant()));
    return left.isNegative() ? Duration.ZERO : left;
  }

  List<RecordWrite> inserts() {
    return inserts;
  }

  List<RecordWrite> updates() {
    return updates;
  }

  List<Deletion> deletions() {
    return deletions;
  }

  List<Deletion> departures() {
    return departures;
  }

  /** The collections that items came from, by external id; they are among the updates. */
  Map<String, String> arrivals() {
    return arrivals;
  }

  List<RunError> errors() {
    return errors;
  }

  /** How many rows of records it will write. */
  int changes() {
    return inserts.size() + updates.size() + deletions.size();
  }

  /** By how many the collection's live records grow. */
  int growth() {
    return inserts.size() + revived - deletions.size();
  }

  /** What became of the items. */
  Tally tally() {
    return new Tally(
        (long) inserts.size() + revived,
        (long) updates.size() - revived,
        deletions.size(),
        unchanged,
        failed);
  }
}
