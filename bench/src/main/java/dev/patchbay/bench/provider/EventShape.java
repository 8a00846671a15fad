package dev.patchbay.bench.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The JSON of one kind of event, always of the same length: only the digits of its number and of
 * its edition change, so that a hundred thousand are rendered in no time.
 */
final class EventShape {
  /** What a Google event measured on average in the reference figures. */
  static final int BYTES = 1_153;

  private static final String NUMBER = "########";
  private static final String EDITION = "@@@@@@@@";
  private static final String PADDING = "~";

  private final byte[] text;

  private EventShape(String text) {
    this.text = text.getBytes(StandardCharsets.UTF_8);
  }

  /** Fills the place of the padding, somewhere in a text of the event, to the right length. */
  static EventShape of(String json) {
    String dense = json.replaceAll("\n\\s*", "");
    int missing = BYTES - dense.getBytes(StandardCharsets.UTF_8).length + 1;
    if (missing < 0) {
      throw new IllegalArgumentException("The event is " + -missing + " bytes too long: " + dense);
    }
    String words = "Agenda and notes follow here. ".repeat(missing / 30 + 1);
    return new EventShape(dense.replace(PADDING, words.substring(0, missing)));
  }

  void render(int number, int edition, ByteBuffer page) {
    int start = page.position();
    page.put(text);
    overwrite(page, start, NUMBER, number);
    overwrite(page, start, EDITION, edition);
  }

  private void overwrite(ByteBuffer page, int start, String place, int value) {
    byte first = (byte) place.charAt(0);
    for (int i = 0; i < text.length; i++) {
      if (text[i] == first && isPlace(i, first)) {
        putDigits(page, start + i, value);
        i += place.length() - 1;
      }
    }
  }

  private boolean isPlace(int from, byte mark) {
    for (int i = from; i < from + NUMBER.length(); i++) {
      if (text[i] != mark) {
        return false;
      }
    }
    return true;
  }

  private static void putDigits(ByteBuffer page, int at, int value) {
    int rest = value;
    for (int i = NUMBER.length() - 1; i >= 0; i--) {
      page.put(at + i, (byte) ('0' + rest % 10));
      rest /= 10;
    }
  }
}
