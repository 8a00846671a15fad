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

  private Ids() {}

  /** The id for a member that is known by this text. */
  static String of(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** Adds a member; if its id is taken (the same person twice), with a number behind it. */
  static void add(Node map, String id, Node member) {
    var free = id;
    for (var number = 2; map.has(free); number++) {
      free = id + "-" + number;
    }
    map.set(free, member);
  }
}
