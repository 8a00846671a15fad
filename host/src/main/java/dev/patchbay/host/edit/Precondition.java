package dev.patchbay.host.edit;

import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import dev.patchbay.host.record.StoredRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which state of a record an edit was made of ({@code If-Match}, RFC 9110 section 13.1.1). Without
 * it, an edit made of an old state would silently undo what happened since.
 */
public final class Precondition {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");
  private static final long ANY = -1;

  private final long changeSeq;

  private Precondition(long changeSeq) {
    this.changeSeq = changeSeq;
  }

  /** The edit is to be merged with whatever the record is by now. */
  static Precondition any() {
    return new Precondition(ANY);
  }

  /**
   * @param header null if the request has none
   */
  static Precondition of(String header) {
    if (header == null) {
      throw ProblemException.of(
          ProblemType.PRECONDITION_REQUIRED,
          "Say with If-Match which state of the record you edit: its ETag, or * to have the edit"
              + " merged with whatever it is by now.");
    }
    if (header.strip().equals("*")) {
      return any();
    }
    Matcher tag = TAG.matcher(header.strip());
    if (!tag.matches()) {
      throw ProblemException.badParameter("If-Match", "must be the ETag of a record, or *");
    }
    return new Precondition(Long.parseLong(tag.group(1)));
  }

  static String tagOf(long changeSeq) {
    return '"' + Long.toString(changeSeq) + '"';
  }

  void require(StoredRecord record) {
    if (changeSeq != ANY && changeSeq != record.changeSeq()) {
      throw ProblemException.of(
              ProblemType.PRECONDITION_FAILED,
              "The record %s changed since: its ETag is %s by now."
                  .formatted(record.id(), tagOf(record.changeSeq())))
          .withCurrent(record);
    }
  }
}
