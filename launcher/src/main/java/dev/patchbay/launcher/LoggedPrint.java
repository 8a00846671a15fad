package dev.patchbay.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Standard output or error for libraries that print instead of logging: each line becomes a log
 * record. What the log itself would print on the way, as in its last moments, is dropped.
 */
final class LoggedPrint extends OutputStream {
  private final Logger log;
  private final Level level;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean logging;

  private LoggedPrint(Logger log, Level level) {
    this.log = log;
    this.level = level;
  }

  static PrintStream stream(String name, Level level) {
    LoggedPrint print = new LoggedPrint(Logger.getLogger(name), level);
    return new PrintStream(print, true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int character) {
    if (logging) {
      return;
    }
    if (character == '\n') {
      log();
    } else {
      line.write(character);
    }
  }

  private void log() {
    logging = true;
    try {
      log.log(level, line.toString(StandardCharsets.UTF_8));
      line.reset();
    } finally {
      logging = false;
    }
  }
}
