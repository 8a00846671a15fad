package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.Rejected;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.UID;

/** One folder, opened for reading alone: nothing here marks a mail as seen. */
final class MailFolder {

  private static final int SHOWN = 20;

  private final ImapLine line;
  private final String name;
  private final FolderState state;

  private MailFolder(ImapLine line, String name) {
    this.line = line;
    this.name = name;
    this.state = examined();
  }

  /**
   * @throws Rejected if there is no such folder; names those that there are
   */
  static MailFolder open(ImapLine line, String name) {
    try {
      return new MailFolder(line, name);
    } catch (Rejected e) {
      var there = FolderList.at(line);
      if (there.stream().anyMatch(name::equalsIgnoreCase)) {
        throw e;
      }
      throw new Rejected(
          "There is no folder \"%s\" at the mail server %s; there are %s"
              .formatted(name, line.server(), there.stream().limit(SHOWN).toList()),
          e);
    }
  }

  String name() {
    return name;
  }

  FolderState state() {
    return state;
  }

  MailSearch mails() {
    return new MailSearch(line);
  }

  /**
   * What a mail is known by: its number means nothing without its folder and the validity of that,
   * which several folders may share.
   */
  String id(long uid) {
    return "%s;UIDVALIDITY=%s/;UID=%s".formatted(ImapUrl.encoded(name), state.validity(), uid);
  }

  /** Where a part of a mail is (RFC 5092), without any secret. */
  String address(long uid, String section) {
    return "imap://%s/%s/;SECTION=%s".formatted(line.server(), id(uid), section);
  }

  private FolderState examined() {
    var said = line.say("EXAMINE", new Argument().writeString(BASE64MailboxEncoder.encode(name)));
    try {
      var info = new MailboxInfo(said);
      if (info.uidvalidity <= 0 || info.uidNotSticky) {
        throw new Rejected(
            "The mail server %s gives the mails of the folder \"%s\" no lasting numbers"
                .formatted(line.server(), name));
      }
      long next = info.uidnext > 0 ? info.uidnext : afterLast(info.total);
      return new FolderState(info.uidvalidity, next, info.total);
    } catch (ParsingException e) {
      throw ImapFailures.nonsense(line.server(), "EXAMINE", e);
    }
  }

  /** For a server that does not say which number comes next. */
  private long afterLast(int exists) {
    return exists == 0 ? 1 : fetched("*", "(UID)").mapToLong(MailFolder::uid).max().orElse(0) + 1;
  }

  /** What the server says of mails; nothing of one that it cannot say in an understandable way. */
  Stream<FetchResponse> fetch(UidSet uids, String items) {
    return fetched(uids.sequence(), items);
  }

  private Stream<FetchResponse> fetched(String sequence, String items) {
    var asked = new Argument().writeAtom(sequence + " " + items);
    return line.ask(FetchResponse.class, "UID FETCH", asked)
        .filter(response -> response.getItem(UID.class) != null);
  }

  static long uid(FetchResponse response) {
    return response.getItem(UID.class).uid;
  }
}
