package dev.patchbay.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Logger;

/** Standard output for libraries that print instead of logging: each line becomes a log record. */
final class LoggedPrint extends OutputStream {
  private static final Logger LOG = Logger.getLogger("stdout");

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private LoggedPrint() {}

  static PrintStream stream() {
    return new PrintStream(new LoggedPrint(), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int character) {
    if (character == '\n') {
      LOG.info(line.toString(StandardCharsets.UTF_8));
      line.reset();
    } else {
      line.write(character);
    }
  }
}
