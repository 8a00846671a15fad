package dev.patchbay.host.record;

import java.util.Optional;

/** Tells what no database can keep: texts that are too long, and characters that are none. */
public final class StorableText {
  /** The most characters that the data of a record may have. */
  public static final int LONGEST_DATA = 10_000_000;

  private StorableText() {}

  /** What is wrong with a text, as the end of a sentence about it; empty if nothing is. */
  public static Optional<String> problemOf(String text, int longest) {
    if (text.length() > longest) {
      return Optional.of("has " + text.length() + " characters; at most " + longest + " fit");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || isHalfCharacter(text, i)) {
        return Optional.of("holds a character that is none, at position " + i);
      }
    }
    return Optional.empty();
  }

  private static boolean isHalfCharacter(String text, int at) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return false;
    }
    return Character.isHighSurrogate(c)
        ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
  }
}
