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
   * @param creates the new records that the service surely does not have
   * @param leaving the items that are moved from it to another one, where they count as updates
   * @param joins the new records that turn out to be items which the service has
   * @param unsure the new records of which a person has to say that; they are not sent
   * @param records how many records it holds
   * @param why why a person has to confirm it, or null if nobody has to
   */
  public record PlannedCollection(
      String id,
      String name,
      long creates,
      long updates,
      long deletes,
      long leaving,
      long joins,
      long unsure,
      long records,
      String why) {

    boolean needsConfirmation() {
      return why != null;
    }
  }

  /**
   * One edit.
   *
   * @param title what a person knows the record by, or null
   * @param moveTo the id of the collection that the item is moved to first, or null
   * @param notifies whether the people who are invited are told of it
   * @param fields the paths that change; empty for a new record and for a deletion
   * @param changes what each field is at the service and what it becomes; empty for a deletion
   * @param split its part where a series is split, or null
   * @param twin the items of the service that a new record may be, or null if it is none of them
   */
  public record Item(
      String recordId,
      String collection,
      EditKind kind,
      String title,
      String moveTo,
      boolean notifies,
      List<String> fields,
      List<FieldChange> changes,
      Split split,
      Twin twin) {}

  /**
   * The part of an edit where a series is split.
   *
   * @param part {@code continuation}: the new series; {@code exception}: a changed occurrence that
   *     goes along to it; {@code end}: the old series, which ends once the service has those;
   *     {@code remainder}: a changed occurrence that leaves the old one
   * @param from the first occurrence of the new series, in its local time
   * @param title what a person knows the new series by, or null
   */
  public record Split(String part, String from, String title) {}

  /**
   * That a new record may be an item which the service has.
   *
   * @param by the properties in which both agree
   * @param same the id of the record that it is joined with; null if a person has to say which it
   *     is, and until then it is not sent
   */
  public record Twin(List<String> by, String same, List<Candidate> candidates) {}

  /**
   * The record of an item that the service has.
   *
   * @param crmId the CRM's id of another record that it is already, or null
   * @param free whether it can be chosen: another record of the CRM, or one with an edit that
   *     waits, cannot
   */
  public record Candidate(
      String recordId, String collection, String title, String crmId, boolean free) {}
}
