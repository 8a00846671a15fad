package dev.patchbay.launcher;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Catches why Payara failed. It only logs the reason, so this listens to the log while the server
 * boots or deploys, and keeps the first exception, or else the first error.
 */
final class LoggedFailure extends Handler implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private volatile LogRecord first;

  LoggedFailure() {
    setLevel(Level.SEVERE);
    setFormatter(new SimpleFormatter());
    root.addHandler(this);
  }

  /** The root cause in one line. */
  Optional<String> reason() {
    return Optional.ofNullable(first)
        .map(error -> error.getThrown() == null ? message(error) : cause(error.getThrown()))
        .flatMap(reason -> reason.lines().findFirst());
  }

  @Override
  public void publish(LogRecord error) {
    if (isLoggable(error) && (first == null || (says(error) && !says(first)))) {
      first = error;
    }
  }

  private static boolean says(LogRecord error) {
    return error.getThrown() != null;
  }

  private String message(LogRecord error) {
    return getFormatter().formatMessage(error);
  }

  private static String cause(Throwable thrown) {
    return thrown.getCause() == null
        ? thrown.getClass().getSimpleName() + ": " + thrown.getMessage()
        : cause(thrown.getCause());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
