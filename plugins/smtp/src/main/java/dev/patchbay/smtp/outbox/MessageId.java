package dev.patchbay.smtp.outbox;

import dev.patchbay.api.ConnectionId;
import dev.patchbay.api.item.IdempotencyKey;
import java.util.regex.Pattern;

/**
 * The name of a mail (RFC 5322, section 3.6.4).
 *
 * @param text with its angle brackets
 */
record MessageId(String text) {

  private static final Pattern FORM = Pattern.compile("<?([^\\s<>@]{1,250}@[^\\s<>@]{1,250})>?");

  /**
   * The same for the same key of the same connection, and for no other: the keys of two CRMs may be
   * equal, and receivers drop a mail whose id they know.
   */
  static MessageId of(IdempotencyKey key, ConnectionId connection, String domain) {
    var within = connection.value().replaceAll("[^A-Za-z0-9_-]", "-");
    return new MessageId("<" + key.value() + "." + within + "@" + domain + ">");
  }

  /**
   * The id that somebody gave, with or without angle brackets.
   *
   * @throws IllegalArgumentException if it is none
   */
  static MessageId parse(String text) {
    var id = FORM.matcher(SingleLine.demand("thread", text).strip());
    if (!id.matches()) {
      throw new IllegalArgumentException(
          "The property \"thread\" must be the Message-ID of the mail that is answered, such as"
              + " <123@example.org>, not \""
              + text
              + "\"");
    }
    return new MessageId("<" + id.group(1) + ">");
  }
}
