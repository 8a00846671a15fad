package dev.patchbay.console.twoway;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would be sent to the service; the hash stands for exactly this. */
record PushPlan(
    String hash, boolean needsConfirmation, List<PlannedCollection> collections, List<Item> items) {

  /** What is planned for one collection, and why a person has to confirm it. */
  record PlannedCollection(
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

    long edits() {
      return creates + updates + deletes + joins + unsure;
    }

    Optional<String> reason() {
      return Optional.ofNullable(why);
    }
  }

  /** One edit. */
  record Item(
      String recordId,
      String collection,
      EditKind kind,
      String title,
      String moveTo,
      boolean notifies,
      List<FieldChange> changes,
      Split split,
      Twin twin) {
    Item {
      changes = changes == null ? List.of() : List.copyOf(changes);
    }

    String name() {
      return Optional.ofNullable(title).orElse(recordId);
    }
  }

  /** The part of an edit where a series is split; the title is the new series', or null. */
  record Split(String part, String from, String title) {

    /** What becomes of the record, as a sentence. */
    String sentence() {
      String series = title == null ? "another series" : "\u201c" + title + "\u201d";
      String day = from.replace("T00:00:00", "").replace('T', ' ');
      return switch (part) {
        case "continuation" -> "It would continue a series from " + day + " on.";
        case "exception" -> "It would stay a changed occurrence, of " + series + " from now on.";
        case "end" ->
            "It would end before %s and continue as %s; it ends once the service has that."
                .formatted(day, series);
        default -> "It would leave its series, which ends before; " + series + " has it then.";
      };
    }
  }

  /** The items of the service that a new record may be; the one that it is, or null. */
  record Twin(List<String> by, String same, List<Candidate> candidates) {
    Twin {
      by = List.copyOf(by);
      candidates = List.copyOf(candidates);
    }

    boolean isOpen() {
      return same == null;
    }
  }

  /** The record of an item that the service has; one that is not free cannot be chosen. */
  record Candidate(String recordId, String collection, String title, String crmId, boolean free) {}

  PushPlan {
    collections = List.copyOf(collections);
    items = List.copyOf(items);
  }

  static PushPlan of(HostSession host, String connection, String type) {
    return host.get(PushPlan.class, "connections/{}/push-plans/{}", connection, type);
  }

  /** Says which item of the service a new record is: the id of its record, or none. */
  static void recognise(
      HostSession host, String connection, String type, String record, String same) {
    host.put(
        PushPlan.class,
        Map.of("same", same),
        "connections/{}/push-plans/{}/twins/{}",
        connection,
        type,
        record);
  }

  /** Whether anything of it can be sent. */
  boolean sends() {
    return collections.stream().anyMatch(one -> one.edits() > one.unsure());
  }

  long edits() {
    return collections.stream().mapToLong(PlannedCollection::edits).sum();
  }

  String collectionName(String id) {
    return collections.stream()
        .filter(one -> one.id().equals(id))
        .map(PlannedCollection::name)
        .findFirst()
        .orElse("");
  }
}
