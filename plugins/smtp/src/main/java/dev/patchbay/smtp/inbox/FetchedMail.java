package dev.patchbay.smtp.inbox;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail as far as it was fetched: its header, what its parts are, and its texts. Files stay where
 * they are.
 *
 * @param uid its number in its folder
 * @param received when the server got it
 * @param size of all of it, in bytes
 * @param header the bytes of its header
 * @param parts its texts and files
 * @param texts the bytes of the texts by section, as they were sent
 */
record FetchedMail(
    long uid,
    Instant received,
    long size,
    ByteBuffer header,
    List<MailPart> parts,
    Map<String, ByteBuffer> texts) {

  private static final int MOST_TEXTS = 4;

  FetchedMail {
    parts = List.copyOf(parts);
    texts = Map.copyOf(texts);
  }

  FetchedMail with(Map<String, ByteBuffer> more) {
    return new FetchedMail(uid, received, size, header, parts, more);
  }

  /** The sections with what people read. */
  List<String> readable() {
    return parts.stream()
        .filter(part -> part.isPlain() || part.isHtml())
        .map(MailPart::section)
        .limit(MOST_TEXTS)
        .toList();
  }
}
