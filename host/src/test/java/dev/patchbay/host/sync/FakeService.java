package dev.patchbay.host.sync;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Item;
import dev.patchbay.api.item.Version;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A service in memory with pages, sync cursors, deletions and expiry, as calendars have them. A
 * test can change what it holds at any time and make any read answer something else.
 */
final class FakeService implements Source {
  private final Map<String, Map<String, Entry>> collections = new ConcurrentSkipListMap<>();
  private final Map<String, String> poison = new ConcurrentHashMap<>();
  private final AtomicLong clock = new AtomicLong();
  private final AtomicInteger mapped = new AtomicInteger();
  private final AtomicInteger reads = new AtomicInteger();
  private volatile long expiredBefore;
  private volatile int pageSize = 10;
  private volatile Answer answer = (from, page) -> page.get();

  /** What a read answers, given what it would have answered. */
  interface Answer {
    Page<Change> to(Cursor from, Supplier<Page<Change>> page);
  }

  private record Entry(String id, String title, boolean gone, long at) {}

  @Override
  public String type() {
    return "event";
  }

  FakeService pageSize(int size) {
    pageSize = size;
    return this;
  }

  FakeService collection(String id) {
    collections.computeIfAbsent(id, key -> new TreeMap<>());
    return this;
  }

  void dropCollection(String id) {
    collections.remove(id);
  }

  FakeService put(String collection, String id, String title) {
    entries(collection).put(id, new Entry(id, title, false, clock.incrementAndGet()));
    return this;
  }

  /** Puts events {@code e00000…} with their own titles. */
  FakeService put(String collection, int from, int to) {
    for (int i = from; i < to; i++) {
      put(collection, id(i), "Title " + i);
    }
    return this;
  }

  static String id(int number) {
    return "e%06d".formatted(number);
  }

  void remove(String collection, String id) {
    entries(collection).put(id, new Entry(id, "", true, clock.incrementAndGet()));
  }

  /** Takes an item away without a trace, so that only its absence tells. */
  void forget(String collection, String id) {
    entries(collection).remove(id);
  }

  /** Makes the item fail when it is mapped. */
  void poison(String id, String reason) {
    poison.put(id, reason);
  }

  /** Forgets every sync cursor handed out so far. */
  void expireCursors() {
    expiredBefore = clock.incrementAndGet();
  }

  /** Lets a test answer a read in its own way, or throw. */
  void answering(Answer own) {
    answer = own;
  }

  int mapped() {
    return mapped.getAndSet(0);
  }

  int reads() {
    return reads.getAndSet(0);
  }

  private Map<String, Entry> entries(String collection) {
    return collection(collection).collections.get(collection);
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    List<Collection> listed =
        collections.keySet().stream()
            .map(
                id ->
                    Collection.builder(new CollectionId(id), "Calendar " + id)
                        .writable(true)
                        .build())
            .toList();
    return Page.last(listed);
  }

  @Override
  public synchronized Page<Change> read(CollectionId collection, Cursor from) {
    reads.incrementAndGet();
    return answer.to(from, () -> page(entries(collection.value()), from));
  }

  private Page<Change> page(Map<String, Entry> entries, Cursor from) {
    if (from.isStart()) {
      return snapshot(entries, clock.get(), "");
    }
    String[] parts = from.value().split(":", 4);
    long since = Long.parseLong(parts[1]);
    if (parts[0].equals("snapshot")) {
      return snapshot(entries, since, parts[2]);
    }
    if (since < expiredBefore) {
      throw new CursorExpired("Sync token is no longer valid, a full sync is required.");
    }
    return increment(entries, since, Integer.parseInt(parts[2]));
  }

  private Page<Change> snapshot(Map<String, Entry> entries, long asOf, String after) {
    List<Entry> rest =
        entries.values().stream()
            .filter(entry -> !entry.gone() && entry.id().compareTo(after) > 0)
            .limit(pageSize + 1L)
            .toList();
    if (rest.size() <= pageSize) {
      return Page.last(changes(rest), Cursor.of("sync:" + asOf + ":0")).ofSnapshot();
    }
    List<Entry> shown = rest.subList(0, pageSize);
    String last = shown.get(pageSize - 1).id();
    return Page.more(changes(shown), Cursor.of("snapshot:" + asOf + ":" + last)).ofSnapshot();
  }

  private Page<Change> increment(Map<String, Entry> entries, long since, int offset) {
    List<Entry> changed =
        entries.values().stream()
            .filter(entry -> entry.at() > since)
            .sorted(Comparator.comparingLong(Entry::at))
            .skip(offset)
            .toList();
    if (changed.size() <= pageSize) {
      return Page.last(changes(changed), Cursor.of("sync:" + clock.get() + ":0"));
    }
    return Page.more(
        changes(changed.subList(0, pageSize)),
        Cursor.of("sync:" + since + ":" + (offset + pageSize)));
  }

  private List<Change> changes(List<Entry> entries) {
    List<Change> changes = new ArrayList<>();
    for (Entry entry : entries) {
      changes.add(
          entry.gone()
              ? Change.gone(entry.id(), "cancelled")
              : upsert(entry.id(), entry.title(), "v" + entry.at()));
    }
    return changes;
  }

  /** An item of this service as it would come in a page. */
  Change.Upsert upsert(String id, String title, String fingerprint) {
    return Change.upsert(id, new Version(fingerprint), fingerprint, () -> map(id, title));
  }

  private Item map(String id, String title) {
    mapped.incrementAndGet();
    if (poison.containsKey(id)) {
      throw new Rejected(poison.get(id));
    }
    return Item.of("event", Map.of("@type", "Event", "uid", id, "title", title));
  }
}
