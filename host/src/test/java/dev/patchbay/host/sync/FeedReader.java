package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.record.ChangeQuery;
import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A CRM that keeps a copy of all records by nothing but the feed of changes. */
final class FeedReader {
  private static final int PAGE = 7;

  private final Map<String, String> copy = new TreeMap<>();
  private final Map<Integer, Set<String>> recordsOf = new TreeMap<>();
  private final Map<String, String> titles = new TreeMap<>();
  private long after;
  private int tombstones;

  /** Reads on from where it is. */
  void readOn(SyncWorld world) {
    Records records = new Records(world.database);
    List<StoredRecord> page;
    do {
      page = records.changes(ChangeQuery.all(SyncWorld.TENANT), after, PAGE);
      page.forEach(this::apply);
    } while (!page.isEmpty());
  }

  private void apply(StoredRecord record) {
    after = record.changeSeq();
    if (record.isTombstone()) {
      tombstones++;
      copy.remove(record.id());
    } else {
      copy.put(record.id(), record.data());
      titles.put(SyncWorld.title(record.data()), record.id());
    }
  }

  /** Each item was one record all the time, wherever it was moved. */
  void requireOneRecordEach(Ledger ledger) {
    titles.forEach(
        (title, record) ->
            recordsOf.computeIfAbsent(ledger.itemOf(title), item -> new TreeSet<>()).add(record));
    assertThat(recordsOf.values()).as("records of each item").allMatch(ids -> ids.size() == 1);
  }

  /** How many deletions it was told of. */
  int tombstones() {
    return tombstones;
  }

  /** The records as it knows them, by their ids. */
  Map<String, String> copy() {
    return copy;
  }
}
