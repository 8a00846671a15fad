package dev.patchbay.host.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.FieldChange;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordTitle;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.sync.PushPlan.PlannedCollection;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes plans of what waits to be sent, and applies the brakes: the first push to a collection, and
 * one that would change much of it, need a person's word. A plan's hash covers what each edit would
 * do, so a word counts for what was seen and nothing else.
 */
@Singleton
class PushPlans {
  private static final long MANY = 20;
  private static final double LARGE_PART = 0.2;

  private final Database database;
  private final CollectionStore collections;
  private final Edits edits;
  private final PushConsents consents;

  @Inject
  PushPlans(Database database, CollectionStore collections, Edits edits, PushConsents consents) {
    this.database = database;
    this.collections = collections;
    this.edits = edits;
    this.consents = consents;
  }

  /** What waits for a collection that the service no longer lists goes on waiting. */
  PushPlan plan(String tenantId, String connectionId, String type) {
    List<PendingEdit> waiting = waiting(connectionId, type);
    List<PlannedCollection> planned =
        database.read(connection -> planned(connection, tenantId, connectionId, type, waiting));
    Set<String> held =
        planned.stream()
            .filter(PlannedCollection::needsConfirmation)
            .map(PlannedCollection::id)
            .collect(Collectors.toSet());
    return new PushPlan(
        hash(waiting, held),
        !held.isEmpty(),
        planned,
        waiting.stream().limit(PushPlan.MOST_ITEMS).map(PushPlans::item).toList());
  }

  /** The edits that can be sent, the oldest first. */
  List<PendingEdit> waiting(String connectionId, String type) {
    return database.read(connection -> edits.in(connection, connectionId, type, EditState.WAITING));
  }

  private List<PlannedCollection> planned(
      Connection connection,
      String tenantId,
      String connectionId,
      String type,
      List<PendingEdit> waiting)
      throws SQLException {
    Set<String> agreed = consents.of(connection, connectionId, type);
    Map<String, List<PendingEdit>> byCollection =
        waiting.stream().collect(Collectors.groupingBy(PendingEdit::collectionId));
    List<PlannedCollection> planned = new ArrayList<>();
    for (StoredCollection collection : collections.of(connection, tenantId, connectionId)) {
      if (byCollection.containsKey(collection.id()) && !collection.lost()) {
        planned.add(planned(collection, byCollection.get(collection.id()), agreed));
      }
    }
    return planned;
  }

  private static PlannedCollection planned(
      StoredCollection collection, List<PendingEdit> edits, Set<String> agreed) {
    return new PlannedCollection(
        collection.id(),
        collection.name(),
        count(edits, EditKind.CREATE),
        count(edits, EditKind.UPDATE),
        count(edits, EditKind.DELETE),
        collection.records(),
        why(collection, edits.size(), agreed));
  }

  private static String why(StoredCollection collection, long edits, Set<String> agreed) {
    if (!agreed.contains(collection.id())) {
      return "It would be the first push to this collection";
    }
    return edits > MANY && edits > LARGE_PART * collection.records()
        ? "It would change %d of %d records at once".formatted(edits, collection.records())
        : null;
  }

  private static long count(List<PendingEdit> edits, EditKind kind) {
    return edits.stream().filter(edit -> edit.kind() == kind).count();
  }

  private static PushPlan.Item item(PendingEdit edit) {
    return new PushPlan.Item(
        edit.recordId(),
        edit.collectionId(),
        edit.kind(),
        RecordTitle.of(edit.dataObject()),
        edit.kind() == EditKind.UPDATE ? List.copyOf(edit.patch().changes().keySet()) : List.of(),
        FieldChange.of(edit));
  }

  /** Of what needs a word only: what goes without one may go meanwhile. */
  private static String hash(List<PendingEdit> waiting, Set<String> held) {
    Set<String> lines = new TreeSet<>();
    waiting.stream()
        .filter(edit -> held.isEmpty() || held.contains(edit.collectionId()))
        .forEach(edit -> lines.add(line(edit)));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(String.join("\n", lines).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String line(PendingEdit edit) {
    return String.join(
        " ",
        edit.recordId(),
        edit.collectionId(),
        edit.kind().name(),
        Long.toString(edit.generation()),
        edit.key().value(),
        edit.data());
  }
}
