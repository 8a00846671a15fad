package dev.patchbay.googlecalendar.event;

import dev.patchbay.googlecalendar.json.Node;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Ids of the members of a JSCalendar map (RFC 8984, section 1.4.1). An id comes from what makes its
 * member the same one later (a person's address, a file's id), so that a merge finds it again.
 */
final class Ids {

  private static final int BYTES = 12;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final MessageDigest FRESH = fresh();

  private Ids() {}

  /** The id for a member that is known by this text. */
  static String of(String text) {
    var hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return BASE64.encodeToString(Arrays.copyOf(hash, BYTES));
  }

  /** Adds a member; if its id is taken (the same person twice), with a number behind it. */
  static void add(Node map, String id, Node member) {
    var free = id;
    for (var number = 2; map.has(free); number++) {
      free = id + "-" + number;
    }
    map.set(free, member);
  }

  /** A copy costs a tenth of looking one up, and there is one for every guest. */
  private static MessageDigest sha256() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      return fresh();
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
