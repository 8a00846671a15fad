package dev.patchbay.sandbox.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads whole lines; a last line without its line break was torn by a kill and is not returned. */
final class LineReader {
  private final InputStream in;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its break; empty at the end. */
  byte[] next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return line.toByteArray();
      }
      line.write(b);
    }
    return new byte[0];
  }
}
