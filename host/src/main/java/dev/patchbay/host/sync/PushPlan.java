package dev.patchbay.host.sync;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.FieldChange;
import java.util.List;

/**
 * What a push would send, for a person to read before it is sent.
 *
 * @param hash stands for exactly this plan; named in {@code confirm}, it lets it be sent
 * @param items the first of the edits; the collections count all of them
 */
public record PushPlan(
    String hash, boolean needsConfirmation, List<PlannedCollection> collections, List<Item> items) {
  static final int MOST_ITEMS = 200;

  /**
   * What is planned for one collection.
   *
   * @param records how many records it holds
   * @param why why a person has to confirm it, or null if nobody has to
   */
  public record PlannedCollection(
      String id, String name, long creates, long updates, long deletes, long records, String why) {

    boolean needsConfirmation() {
      return why != null;
    }
  }

  /**
   * One edit.
   *
   * @param title what a person knows the record by, or null
   * @param fields the paths that change; empty for a new record and for a deletion
   * @param changes what each field is at the service and what it becomes; empty for a deletion
   */
  public record Item(
      String recordId,
      String collection,
      EditKind kind,
      String title,
      List<String> fields,
      List<FieldChange> changes) {}
}
