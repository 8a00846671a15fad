package dev.patchbay.host.sync;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.sync.Change;
import dev.patchbay.api.sync.Collection;
import dev.patchbay.api.sync.CollectionId;
import dev.patchbay.api.sync.Cursor;
import dev.patchbay.api.sync.Page;
import dev.patchbay.api.sync.Source;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a service's pages item by item, so that a handful of them takes several. As with a real
 * service, a reading that was begun shows what there was when it began.
 */
final class SmallPages implements Source {
  private static final int SIZE = 1;
  private static final String PART = "part:";

  private final Source whole;
  private final Map<String, Rest> rests = new ConcurrentHashMap<>();
  private final AtomicInteger named = new AtomicInteger();

  private record Rest(Page<Change> page, int from) {}

  SmallPages(Source whole) {
    this.whole = whole;
  }

  /** Forgets what was begun. */
  void expire() {
    rests.clear();
  }

  @Override
  public String type() {
    return whole.type();
  }

  @Override
  public Page<Collection> collections(Cursor from) {
    return whole.collections(from);
  }

  @Override
  public Page<Change> read(CollectionId collection, Cursor from) {
    if (!from.value().startsWith(PART)) {
      return part(new Rest(whole.read(collection, from), 0));
    }
    Rest rest = rests.get(from.value());
    if (rest == null) {
      throw new CursorExpired("This reading is forgotten");
    }
    return part(rest);
  }

  private Page<Change> part(Rest rest) {
    Page<Change> page = rest.page();
    int to = Math.min(page.items().size(), rest.from() + SIZE);
    var items = page.items().subList(rest.from(), to);
    Page<Change> part;
    if (to < page.items().size()) {
      String name = PART + named.incrementAndGet();
      rests.put(name, new Rest(page, to));
      part = Page.more(items, Cursor.of(name));
    } else if (page.last()) {
      part = page.next().map(next -> Page.last(items, next)).orElseGet(() -> Page.last(items));
    } else {
      part = Page.more(items, page.next().orElseThrow());
    }
    return page.snapshot() ? part.ofSnapshot() : part;
  }
}
