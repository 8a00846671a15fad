package dev.patchbay.smtp.outbox;

/**
 * Refuses a text that could end a header or a command and begin another: whoever fills in a subject
 * must not be able to add recipients.
 */
final class SingleLine {

  private SingleLine() {}

  /**
   * @throws IllegalArgumentException if there is a line break or another control character in it
   */
  static String demand(String property, String text) {
    if (text.codePoints().anyMatch(SingleLine::breaks)) {
      throw new IllegalArgumentException(
          "The property \"%s\" must be one line, without control characters".formatted(property));
    }
    return text;
  }

  private static boolean breaks(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
  }
}
