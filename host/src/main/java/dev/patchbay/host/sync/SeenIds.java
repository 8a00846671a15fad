package dev.patchbay.host.sync;

import java.util.Arrays;

/**
 * The ids that a pass has shown, eight bytes each, so that a million of them fit into a few
 * megabytes. Two ids that share a hash (once in 10^19) leave a deleted item standing; nothing is
 * ever deleted by mistake.
 */
final class SeenIds {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long[] table = new long[1024];
  private int size;
  private boolean zeroSeen;

  /** Returns whether the id is seen for the first time. */
  boolean add(String id) {
    long hash = hash(id);
    if (hash == 0) {
      boolean first = !zeroSeen;
      zeroSeen = true;
      return first;
    }
    int place = place(table, hash);
    if (table[place] == hash) {
      return false;
    }
    table[place] = hash;
    size++;
    growIfCrowded();
    return true;
  }

  boolean contains(String id) {
    long hash = hash(id);
    return hash == 0 ? zeroSeen : table[place(table, hash)] == hash;
  }

  private void growIfCrowded() {
    if (size * 2 > table.length) {
      long[] larger = new long[table.length * 2];
      Arrays.stream(table)
          .filter(hash -> hash != 0)
          .forEach(hash -> larger[place(larger, hash)] = hash);
      table = larger;
    }
  }

  private static int place(long[] table, long hash) {
    int place = (int) (hash >>> 20) & (table.length - 1);
    while (table[place] != 0 && table[place] != hash) {
      place = (place + 1) & (table.length - 1);
    }
    return place;
  }

  private static long hash(String id) {
    long hash = id.length();
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * GOLDEN;
      hash ^= hash >>> 32;
    }
    return hash;
  }
}
