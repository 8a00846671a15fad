package dev.patchbay.host.plugin;

import java.util.Arrays;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One call into a plugin on a thread of its own, which bears the call's name while it lasts. */
final class PluginCall<T> extends FutureTask<T> {

  private final String what;
  private final Runnable atEnd;
  private volatile Thread thread;

  PluginCall(String what, Supplier<T> code, Runnable atEnd) {
    super(code::get);
    this.what = what;
    this.atEnd = atEnd;
  }

  String what() {
    return what;
  }

  /** The end of the thread, not of the waiting for it, ends the call. */
  @Override
  public void run() {
    thread = Thread.currentThread();
    String name = thread.getName();
    thread.setName("plugin call: " + what);
    try {
      super.run();
    } finally {
      thread.setName(name);
      thread = null;
      atEnd.run();
    }
  }

  String whereItStands() {
    Thread running = thread;
    return running == null
        ? " (ended just now)"
        : Arrays.stream(running.getStackTrace())
            .map(frame -> "\n\tat " + frame)
            .collect(Collectors.joining());
  }
}
