package dev.patchbay.host.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list: {@code {"items":[…],"next":"<opaque cursor>"}}.
 *
 * @param next where the next page starts; absent on the last
 */
public record Page<T>(List<T> items, String next) {

  public Page {
    items = List.copyOf(items);
  }

  /** Cuts a page from rows that were read with {@link PageQuery#rows()}, one more than shown. */
  public static <T> Page<T> cut(PageQuery query, List<T> rows, Function<T, String> key) {
    if (rows.size() <= query.size()) {
      return new Page<>(rows, null);
    }
    List<T> shown = rows.subList(0, query.size());
    return new Page<>(shown, Cursor.of(key.apply(shown.get(shown.size() - 1))));
  }

  public <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
