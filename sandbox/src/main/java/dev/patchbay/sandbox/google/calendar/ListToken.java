package dev.patchbay.sandbox.google.calendar;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A place in a list: a page token, or the sync token behind its last page. It says all by itself,
 * so that it outlives a restart.
 *
 * @param list which list it belongs to, with the generation of its tokens
 * @param after the last change already seen
 * @param until the newest change when the reading began
 * @param incremental whether the reading began with a sync token
 * @param salt tells two tokens for the same place apart
 */
record ListToken(Kind kind, String list, long after, long until, boolean incremental, long salt) {
  /** Where in the answer the token stands. */
  enum Kind {
    PAGE,
    SYNC
  }

  static ListToken page(String list, long after, long until, boolean incremental) {
    return new ListToken(Kind.PAGE, list, after, until, incremental, 0);
  }

  static ListToken sync(String list, long until) {
    return new ListToken(Kind.SYNC, list, until, until, false, 0);
  }

  ListToken salted(long other) {
    return new ListToken(kind, list, after, until, incremental, other);
  }

  String encoded() {
    String text =
        String.join("|", kind.name(), list, "" + after, "" + until, "" + incremental, "" + salt);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a token of that kind and list; empty when it is anything else. */
  static Optional<ListToken> decode(Kind kind, String list, String encoded) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
      String[] parts = text.split("\\|", -1);
      if (parts.length != 6 || !parts[0].equals(kind.name()) || !parts[1].equals(list)) {
        return Optional.empty();
      }
      return Optional.of(
          new ListToken(
              kind,
              list,
              Long.parseLong(parts[2]),
              Long.parseLong(parts[3]),
              Boolean.parseBoolean(parts[4]),
              Long.parseLong(parts[5])));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
