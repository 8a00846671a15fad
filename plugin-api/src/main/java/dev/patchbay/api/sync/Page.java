package dev.patchbay.api.sync;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One answer of a listing. The pages from one cursor to the page that says {@link #last()} are a
 * pass.
 *
 * <p>The cursor of a page before the last leads to the next page of the same pass; the cursor of
 * the last page is where the next pass starts. Both must still work after a restart, as long as the
 * service honours them. Immutable.
 *
 * @param <T> what is listed
 * @since 1
 */
public final class Page<T> {

  private final List<T> items;
  private final Cursor next;
  private final boolean last;
  private final boolean snapshot;

  private Page(List<T> items, Cursor next, boolean last, boolean snapshot) {
    this.items = List.copyOf(items);
    this.next = next;
    this.last = last;
    this.snapshot = snapshot;
  }

  /**
   * A page that is followed by another.
   *
   * @param items what the page holds; may be empty
   * @param next leads to the next page
   */
  public static <T> Page<T> more(List<T> items, Cursor next) {
    return new Page<>(items, Objects.requireNonNull(next, "next"), false, false);
  }

  /**
   * The last page of a pass.
   *
   * @param items what the page holds; may be empty
   * @param next where the next pass starts, so that it brings only what changed since
   */
  public static <T> Page<T> last(List<T> items, Cursor next) {
    return new Page<>(items, Objects.requireNonNull(next, "next"), true, false);
  }

  /**
   * The last page of a pass of a service that cannot tell what changed: the next pass lists
   * everything again.
   *
   * @param items what the page holds; may be empty
   */
  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, null, true, false);
  }

  /**
   * The same page as part of a pass that lists everything there is: once such a pass is complete,
   * an item that was not in it is taken as deleted.
   */
  public Page<T> ofSnapshot() {
    return new Page<>(items, next, last, true);
  }

  /** What the page holds, unmodifiable. */
  public List<T> items() {
    return items;
  }

  /** Where to read on; empty only on the last page of a service without incremental reading. */
  public Optional<Cursor> next() {
    return Optional.ofNullable(next);
  }

  /** Whether the pass ends with this page. */
  public boolean last() {
    return last;
  }

  /** Whether the pass lists everything there is. */
  public boolean snapshot() {
    return snapshot;
  }
}
