package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.sync.Cursor;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a folder was read.
 *
 * @param validity the folder's UIDVALIDITY, under which alone its numbers mean anything
 * @param next the number of the mail to read next
 * @param end the number that no mail had when the pass began; the pass is over when next is there
 * @param exists how many mails there were, so that a look tells that none was deleted
 * @param whole whether the pass began at the start
 * @param floor the number from which on all mails that there were are known
 * @param known the mails that there were, from the floor on
 */
record FolderCursor(
    long validity, long next, long end, long exists, boolean whole, long floor, UidSet known) {

  private static final int ROOM = 7_500;
  private static final Pattern PARSED =
      Pattern.compile("1;(\\d+);(\\d+);(\\d+);(\\d+);(true|false);(\\d+);([\\w-]*)");

  static FolderCursor of(Cursor cursor) {
    var parts = PARSED.matcher(cursor.value());
    if (!parts.matches()) {
      throw new CursorExpired("This place in the folder is of another version: " + cursor.value());
    }
    return new FolderCursor(
        Long.parseLong(parts.group(1)),
        Long.parseLong(parts.group(2)),
        Long.parseLong(parts.group(3)),
        Long.parseLong(parts.group(4)),
        Boolean.parseBoolean(parts.group(5)),
        Long.parseLong(parts.group(6)),
        UidSet.unpacked(parts.group(7)));
  }

  /** Where a pass begins that reads what is there now. */
  static FolderCursor start(FolderState now, UidSet present) {
    return beginning(now, present, 1, true);
  }

  /** Where a pass begins that reads what came since. */
  FolderCursor since(FolderState now, UidSet present) {
    return beginning(now, present, end, false);
  }

  private static FolderCursor beginning(FolderState now, UidSet present, long next, boolean whole) {
    var known = present;
    for (int kept = present.size(); known.packed().length() > ROOM; kept = kept * 3 / 4) {
      known = present.last(kept);
    }
    long floor = known.size() == present.size() ? 1 : known.stream().findFirst().orElse(now.next());
    return new FolderCursor(now.validity(), next, now.next(), now.exists(), whole, floor, known);
  }

  boolean isBetweenPasses() {
    return next >= end;
  }

  /** Whether nothing came and nothing went since the pass began that ended here. */
  boolean stillHolds(FolderState now) {
    return end == now.next() && exists == now.exists();
  }

  FolderCursor at(long uid) {
    return new FolderCursor(validity, Math.min(uid, end), end, exists, whole, floor, known);
  }

  FolderCursor without(UidSet gone) {
    return new FolderCursor(validity, next, end, exists, whole, floor, known.without(gone));
  }

  Cursor cursor() {
    return Cursor.of(
        Stream.of(1, validity, next, end, exists, whole, floor, known.packed())
            .map(Object::toString)
            .collect(Collectors.joining(";")));
  }
}
