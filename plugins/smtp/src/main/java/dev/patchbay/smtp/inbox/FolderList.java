package dev.patchbay.smtp.inbox;

import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/**
 * Which folders a mailbox has (RFC 3501, section 6.3.8), for whoever asked for one that it lacks.
 */
final class FolderList {

  private FolderList() {}

  /** Their names, but for those that hold nothing but other folders. */
  static List<String> at(ImapLine line) {
    var everything = new Argument().writeString("").writeString("*");
    return line.ask(IMAPResponse.class, "LIST", everything)
        .filter(response -> response.keyEquals("LIST"))
        .flatMap(response -> name(response).stream())
        .toList();
  }

  private static Optional<String> name(IMAPResponse response) {
    try {
      return Optional.of(new ListInfo(response))
          .filter(info -> info.canOpen)
          .map(info -> info.name);
    } catch (ParsingException e) {
      return Optional.empty();
    }
  }
}
