package dev.patchbay.host.sync;

import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A CRM that keeps a copy of all records by nothing but the feed of changes. */
final class FeedReader {
  private static final int PAGE = 7;

  private final Map<String, String> copy = new TreeMap<>();
  private long after;

  /** Reads on from where it is. */
  void readOn(SyncWorld world) {
    Records records = new Records(world.database);
    List<StoredRecord> page;
    do {
      page = records.changes(SyncWorld.TENANT, after, null, PAGE);
      page.forEach(this::apply);
    } while (!page.isEmpty());
  }

  private void apply(StoredRecord record) {
    after = record.changeSeq();
    if (record.isTombstone()) {
      copy.remove(record.id());
    } else {
      copy.put(record.id(), record.data());
    }
  }

  /** The records as it knows them, by their ids. */
  Map<String, String> copy() {
    return copy;
  }
}
