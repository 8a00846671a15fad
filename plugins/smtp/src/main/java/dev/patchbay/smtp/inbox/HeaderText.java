package dev.patchbay.smtp.inbox;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;

/** What stands in a header, on one line and in readable characters (RFC 5322, RFC 2047). */
final class HeaderText {

  private HeaderText() {}

  static String decoded(String raw) {
    var line = MimeUtility.unfold(raw);
    try {
      return storable(MimeUtility.decodeText(line));
    } catch (UnsupportedEncodingException | RuntimeException e) {
      return storable(line);
    }
  }

  /** Without the characters that no database keeps. */
  static String storable(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints().map(each -> isStorable(each) ? each : 0xfffd).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isStorable(int character) {
    return character != 0 && (character < 0xd800 || character > 0xdfff);
  }
}
