package dev.patchbay.testkit.contract;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What a plugin says while it is listened to: what it and the threads that it starts log, what it
 * throws, and what a test adds. A simulated service has threads of its own, and may log what it
 * likes.
 */
final class Overheard extends Handler implements AutoCloseable {
  private final InheritableThreadLocal<Boolean> ours = new InheritableThreadLocal<>();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  Overheard() {
    setLevel(Level.ALL);
    root.setLevel(Level.ALL);
    root.addHandler(this);
  }

  /** What nobody may say. */
  void secrets(List<String> more) {
    secrets.addAll(more);
  }

  void add(Object... said) {
    Arrays.stream(said).map(String::valueOf).forEach(texts::add);
  }

  /** Adds what this logs and throws. */
  void listen(Runnable code) {
    ours.set(true);
    try {
      code.run();
    } catch (RuntimeException e) {
      texts.add(text(e));
    } finally {
      ours.remove();
    }
  }

  /** The first text with a secret in it, without the secret; empty if there is none. */
  String leak() {
    return texts.stream()
        .flatMap(
            text ->
                secrets.stream()
                    .filter(text::contains)
                    .map(secret -> "\"" + text.replace(secret, "…") + "\""))
        .findFirst()
        .orElse("");
  }

  private static String text(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  @Override
  public void publish(LogRecord line) {
    if (ours.get() == null) {
      return;
    }
    texts.add(String.valueOf(line.getMessage()));
    if (line.getParameters() != null) {
      add(line.getParameters());
    }
    if (line.getThrown() != null) {
      texts.add(text(line.getThrown()));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
  }
}
