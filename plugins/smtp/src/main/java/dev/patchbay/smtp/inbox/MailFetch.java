package dev.patchbay.smtp.inbox;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.item.Message;
import dev.patchbay.api.sync.Change;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;

/**
 * Fetches mails of one folder without their files: first what they are made of, then the texts, of
 * all mails that are built alike at once. A mail that the server or this class cannot make sense of
 * becomes an item that says so, and keeps no other from being read.
 */
final class MailFetch {

  private static final int LONGEST_HEADER = 64 << 10;
  static final int LONGEST_TEXT = 256 << 10;
  private static final String STRUCTURE =
      "(UID INTERNALDATE RFC822.SIZE BODYSTRUCTURE BODY.PEEK[HEADER]<0." + LONGEST_HEADER + ">)";

  private final MailFolder folder;
  private final String self;

  /**
   * @param self the address to which mail of this folder goes
   */
  MailFetch(MailFolder folder, String self) {
    this.folder = folder;
    this.self = self;
  }

  /** The mails that are there, in the order of their numbers. */
  List<Change> changes(UidSet uids) {
    if (uids.size() == 0) {
      return List.of();
    }
    var mails = described(uids);
    var unclear = UidSet.of(uids.stream().filter(uid -> !mails.containsKey(uid)));
    var changes = new TreeMap<Long, Change>();
    folder.mails().among(unclear).stream().forEach(uid -> changes.put(uid, unreadable(uid)));
    withTexts(mails).forEach(mail -> changes.put(mail.uid(), upsert(mail)));
    return List.copyOf(changes.values());
  }

  private Map<Long, FetchedMail> described(UidSet uids) {
    return fetched(uids, STRUCTURE)
        .filter(MailFetch::isComplete)
        .map(MailFetch::mail)
        .collect(Collectors.toMap(FetchedMail::uid, Function.identity(), (one, again) -> again));
  }

  /** One by one where a server stumbles over one of them, so that it is missed alone. */
  private Stream<FetchResponse> fetched(UidSet uids, String items) {
    try {
      return folder.fetch(uids, items);
    } catch (Rejected e) {
      return uids.size() <= 1
          ? Stream.empty()
          : uids.stream().mapToObj(LongStream::of).flatMap(one -> fetched(UidSet.of(one), items));
    }
  }

  private static boolean isComplete(FetchResponse said) {
    return said.getItem(BODYSTRUCTURE.class) != null && said.getItem(BODY.class) != null;
  }

  private static FetchedMail mail(FetchResponse said) {
    var date = said.getItem(INTERNALDATE.class);
    var size = said.getItem(RFC822SIZE.class);
    return new FetchedMail(
        MailFolder.uid(said),
        date == null || date.getDate() == null ? Instant.EPOCH : date.getDate().toInstant(),
        size == null ? 0 : size.size,
        bytes(said.getItem(BODY.class)),
        MailPart.of(said.getItem(BODYSTRUCTURE.class)),
        Map.of());
  }

  private List<FetchedMail> withTexts(Map<Long, FetchedMail> mails) {
    var alike = new LinkedHashMap<List<String>, List<FetchedMail>>();
    mails
        .values()
        .forEach(
            mail -> alike.computeIfAbsent(mail.readable(), none -> new ArrayList<>()).add(mail));
    var complete = new ArrayList<FetchedMail>();
    alike.forEach((sections, group) -> complete.addAll(withTexts(sections, group)));
    return complete;
  }

  private List<FetchedMail> withTexts(List<String> sections, List<FetchedMail> group) {
    if (sections.isEmpty()) {
      return group;
    }
    var items =
        sections.stream()
            .map(section -> "BODY.PEEK[" + section + "]<0." + LONGEST_TEXT + ">")
            .collect(Collectors.joining(" ", "(UID ", ")"));
    var texts = new HashMap<Long, Map<String, ByteBuffer>>();
    fetched(UidSet.of(group.stream().mapToLong(FetchedMail::uid)), items)
        .forEach(said -> texts.put(MailFolder.uid(said), texts(said)));
    return group.stream().map(mail -> mail.with(texts.getOrDefault(mail.uid(), Map.of()))).toList();
  }

  private static Map<String, ByteBuffer> texts(FetchResponse said) {
    return IntStream.range(0, said.getItemCount())
        .mapToObj(said::getItem)
        .filter(BODY.class::isInstance)
        .map(BODY.class::cast)
        .collect(Collectors.toMap(BODY::getSection, MailFetch::bytes, (one, again) -> one));
  }

  private static ByteBuffer bytes(BODY body) {
    var bytes = body.getByteArray();
    return ByteBuffer.wrap(bytes == null ? new byte[0] : bytes.getNewBytes());
  }

  private Change upsert(FetchedMail mail) {
    return change(mail.uid(), () -> new ReceivedMail(mail, folder, self).message());
  }

  private Change unreadable(long uid) {
    return change(
        uid,
        () -> {
          throw new Rejected(
              "What the mail server says of the mail %d in \"%s\" cannot be understood"
                  .formatted(uid, folder.name()));
        });
  }

  private Change change(long uid, Supplier<Message> item) {
    var fingerprint = folder.state().validity() + "." + uid;
    return Change.upsert(folder.id(uid), null, fingerprint, item);
  }
}
