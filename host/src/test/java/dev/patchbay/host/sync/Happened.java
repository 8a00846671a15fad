package dev.patchbay.host.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often what happened in all histories together, so that a report can say what was tried. */
final class Happened {
  private static final Map<String, AtomicLong> TIMES = new ConcurrentSkipListMap<>();

  private Happened() {}

  static void count(String what) {
    count(what, 1);
  }

  static void count(String what, long times) {
    TIMES.computeIfAbsent(what, key -> new AtomicLong()).addAndGet(times);
  }

  static long times(String what) {
    return TIMES.getOrDefault(what, new AtomicLong()).get();
  }

  static String report() {
    return TIMES.toString();
  }
}
