package dev.patchbay.host.page;

import dev.patchbay.host.problem.ProblemException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** The {@code limit} and {@code cursor} of a list call; a resource takes it as a bean parameter. */
public class PageQuery {
  private static final int MOST = 500;

  @QueryParam("limit")
  @DefaultValue("50")
  private int limit;

  @QueryParam("cursor")
  private String cursor;

  /** For the container. */
  public PageQuery() {}

  private PageQuery(int limit, String cursor) {
    this.limit = limit;
    this.cursor = cursor;
  }

  public static PageQuery of(int limit, String cursor) {
    return new PageQuery(limit, cursor);
  }

  /** Returns how many items to show; outside 1..500 is a 400 naming {@code limit}. */
  public int size() {
    if (limit < 1 || limit > MOST) {
      throw ProblemException.badParameter("limit", "must be between 1 and " + MOST);
    }
    return limit;
  }

  /** Returns how many rows to read: one more than shown tells whether there is a next page. */
  public int rows() {
    return size() + 1;
  }

  /** Returns the key after which to start, or the empty text, which is before every key. */
  public String after() {
    return cursor == null ? "" : Cursor.keyOf(cursor);
  }
}
