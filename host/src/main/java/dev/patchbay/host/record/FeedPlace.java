package dev.patchbay.host.record;

import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a tenant's feed. Who begins at 0 misses nothing by tombstones that were forgotten
 * before; that is part of the place for as long as the reader has not come past them.
 *
 * @param seq the last change that was read
 * @param begun up to which change tombstones were forgotten when the reader began
 */
record FeedPlace(long seq, long begun) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

  /** Reads what a page gave as its next place; a text that is none is a 400. */
  static FeedPlace of(String text) {
    Matcher place = TEXT.matcher(text);
    if (!place.matches()) {
      throw ProblemException.badParameter(
          "after", "must be the next of the page before, or 0 to start");
    }
    long seq = Long.parseLong(place.group(1));
    return new FeedPlace(seq, place.group(2) == null ? seq : Long.parseLong(place.group(2)));
  }

  /** The same place; at the beginning, what was forgotten so far does not matter. */
  FeedPlace from(FeedState now) {
    return seq == 0 && begun == 0 ? new FeedPlace(0, now.forgotten()) : this;
  }

  /**
   * Refuses (410) to go on where deletions may be missing.
   *
   * @param now as it is after the changes were read
   */
  void require(FeedState now) {
    if (Math.max(seq, begun) < now.forgotten()) {
      throw ProblemException.of(
          ProblemType.GONE,
          "Deletions after the place %s in the feed are no longer kept. Start again with after=0:"
                  .formatted(seq)
              + " what is not in the feed then no longer exists.");
    }
  }

  FeedPlace at(long later) {
    return new FeedPlace(later, begun);
  }

  /** As it is handed out. */
  String text() {
    return seq >= begun ? Long.toString(seq) : seq + "-" + begun;
  }
}
