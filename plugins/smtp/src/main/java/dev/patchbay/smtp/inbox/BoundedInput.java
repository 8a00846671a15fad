package dev.patchbay.smtp.inbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What an IMAP server says, as long as it is no more than was asked for. The library makes room for
 * a literal as soon as the server announces it, and has no limit of its own.
 */
final class BoundedInput extends FilterInputStream {

  private static final long MOST = 48L << 20;
  private static final long LONGEST_LITERAL = 1L << 20;
  private static final int LONGEST_ANNOUNCEMENT = 24;

  private final StringBuilder end = new StringBuilder();
  private long left = MOST;
  private long literal;

  BoundedInput(InputStream in) {
    super(in);
  }

  /** Begins to count anew, for the answer to another command. */
  void expectAnswer() {
    left = MOST;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      take((byte) one);
    }
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    for (int i = 0; i < count; i++) {
      take(into[offset + i]);
    }
    return count;
  }

  private void take(byte one) throws IOException {
    if (--left < 0) {
      throw new IOException("The answer is longer than " + MOST + " bytes");
    }
    if (literal > 0) {
      literal--;
    } else if (one == '\n') {
      literal = announced();
      end.setLength(0);
    } else {
      end.append((char) (one & 0xff));
      if (end.length() > 2 * LONGEST_ANNOUNCEMENT) {
        end.delete(0, LONGEST_ANNOUNCEMENT);
      }
    }
  }

  private long announced() throws IOException {
    var line = end.toString();
    int open = line.lastIndexOf('{');
    if (open < 0 || !line.substring(open).matches("\\{\\d+\\+?}\r")) {
      return 0;
    }
    var digits = line.substring(open + 1).replaceAll("\\D", "");
    if (digits.length() > 18 || Long.parseLong(digits) > LONGEST_LITERAL) {
      throw new IOException("A text of " + digits + " bytes is announced, more than was asked for");
    }
    return Long.parseLong(digits);
  }
}
