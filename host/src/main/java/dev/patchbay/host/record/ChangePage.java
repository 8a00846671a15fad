package dev.patchbay.host.record;

import dev.patchbay.host.page.PageQuery;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A page of the feed.
 *
 * @param next what to ask after the next time, also when there is nothing more for now
 * @param more whether there is more already
 */
public record ChangePage(List<Change> items, String next, boolean more) {

  /**
   * @param last the newest change of the tenant before the rows were read; who has read all rows is
   *     as far as that, whatever was filtered out
   */
  static ChangePage cut(PageQuery query, FeedPlace after, List<StoredRecord> rows, long last) {
    List<Change> items = rows.stream().limit(query.size()).map(Change::of).toList();
    boolean more = rows.size() > items.size();
    long read = items.isEmpty() ? after.seq() : items.get(items.size() - 1).seq();
    long next = more ? read : Math.max(read, last);
    return new ChangePage(items, after.at(next).text(), more);
  }

  /** The same page without what is not to be shown; whoever asks goes on after it as well. */
  ChangePage of(Predicate<StoredRecord> shown) {
    return new ChangePage(
        items.stream().filter(item -> shown.test(item.record())).toList(), next, more);
  }

  /** The same page with its records told in another way. */
  ChangePage told(UnaryOperator<List<StoredRecord>> teller) {
    List<StoredRecord> records = teller.apply(items.stream().map(Change::record).toList());
    return new ChangePage(records.stream().map(Change::of).toList(), next, more);
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
