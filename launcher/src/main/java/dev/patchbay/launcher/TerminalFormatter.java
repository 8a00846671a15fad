package dev.patchbay.launcher;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A warning in one line for the person at the terminal; the stack trace is in the log file. */
final class TerminalFormatter extends Formatter {
  @Override
  public String format(LogRecord warning) {
    return "patchbay: %s %s: %s%n"
        .formatted(warning.getLevel(), warning.getLoggerName(), text(warning));
  }

  private String text(LogRecord warning) {
    String message = formatMessage(warning).lines().findFirst().orElse("");
    return warning.getThrown() == null ? message : message + " " + warning.getThrown();
  }
}
