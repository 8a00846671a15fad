package dev.patchbay.host.record;

import dev.patchbay.host.page.PageQuery;
import java.util.List;
import java.util.function.Predicate;

/**
 * A page of the feed.
 *
 * @param next what to ask after the next time, also when there is nothing more for now
 * @param more whether there is more already
 */
public record ChangePage(List<Change> items, String next, boolean more) {

  static ChangePage cut(PageQuery query, long after, List<StoredRecord> rows) {
    List<Change> items = rows.stream().limit(query.size()).map(Change::of).toList();
    long next = items.isEmpty() ? after : items.get(items.size() - 1).seq();
    return new ChangePage(items, Long.toString(next), rows.size() > items.size());
  }

  /** The same page without what is not to be shown; whoever asks goes on after it as well. */
  ChangePage of(Predicate<StoredRecord> shown) {
    return new ChangePage(
        items.stream().filter(item -> shown.test(item.record())).toList(), next, more);
  }

  /**
   * One entry of the feed.
   *
   * @param kind {@code upsert} or {@code delete}
   */
  public record Change(long seq, String kind, StoredRecord record) {

    static Change of(StoredRecord stored) {
      return new Change(stored.changeSeq(), stored.isTombstone() ? "delete" : "upsert", stored);
    }
  }
}
