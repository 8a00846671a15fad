package dev.patchbay.host.sync;

import java.util.HashMap;
import java.util.Map;

/**
 * Who holds the workers of this node. A tenant may take three quarters of those that others leave
 * free, so that whoever comes next always finds one, however long the runs take that are going on.
 */
final class Shares {
  private final int workers;
  private final Map<String, Integer> held = new HashMap<>();
  private int taken;

  Shares(int workers) {
    this.workers = workers;
  }

  /** How many more workers the tenant may take. */
  synchronized int left(String tenant) {
    int own = held.getOrDefault(tenant, 0);
    int open = workers - (taken - own);
    return Math.min(Math.max(1, open * 3 / 4) - own, workers - taken);
  }

  synchronized void take(String tenant) {
    held.merge(tenant, 1, Integer::sum);
    taken++;
  }

  synchronized void give(String tenant) {
    held.computeIfPresent(tenant, (id, number) -> number == 1 ? null : number - 1);
    taken--;
  }
}
