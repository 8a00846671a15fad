package dev.patchbay.smtp.inbox;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/**
 * Which mails there are in the open folder. A server may answer more than was asked (RFC 3501,
 * section 7), which counts for nothing.
 */
final class MailSearch {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d-MMM-yyyy", Locale.ENGLISH);

  private final ImapLine line;

  MailSearch(ImapLine line) {
    this.line = line;
  }

  /** The numbers of the mails that there are, from one up to another. */
  UidSet between(long from, long below, Optional<LocalDate> since) {
    if (from >= below) {
      return UidSet.none();
    }
    var day = since.map(first -> " SINCE " + DAY.format(first)).orElse("");
    return found("UID " + from + ":" + (below - 1) + day, uid -> uid >= from && uid < below);
  }

  /** Those of the mails that are still there. */
  UidSet among(UidSet uids) {
    return uids.size() == 0 ? uids : found("UID " + uids.sequence(), uids::contains);
  }

  private UidSet found(String condition, LongPredicate asked) {
    return UidSet.of(
        line.ask(IMAPResponse.class, "UID SEARCH", new Argument().writeAtom(condition))
            .filter(response -> response.keyEquals("SEARCH"))
            .flatMapToLong(MailSearch::numbers)
            .filter(asked));
  }

  private static LongStream numbers(IMAPResponse response) {
    var numbers = LongStream.builder();
    for (long each = response.readLong(); each >= 0; each = response.readLong()) {
      numbers.add(each);
    }
    return numbers.build();
  }
}
