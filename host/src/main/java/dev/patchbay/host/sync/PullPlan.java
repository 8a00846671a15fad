package dev.patchbay.host.sync;

import java.util.List;

/**
 * What would be deleted here since the service no longer shows it, for a person to read before it
 * is.
 *
 * @param hash stands for exactly these deletions; named in {@code confirm}, it lets them happen;
 *     null if nothing waits
 * @param items the first of the records; the collections count all of them
 */
public record PullPlan(
    String hash, boolean needsConfirmation, List<PlannedCollection> collections, List<Item> items) {
  static final int MOST_ITEMS = 200;

  /**
   * What is planned for one collection.
   *
   * @param absent how many of its records the service no longer shows
   * @param records how many records it holds
   */
  public record PlannedCollection(String id, String name, long absent, long records) {}

  /**
   * One record.
   *
   * @param title what a person knows it by, or null
   */
  public record Item(String recordId, String collection, String title) {}
}
