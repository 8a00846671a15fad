package dev.patchbay.host.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.EditState;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.match.Match;
import dev.patchbay.host.match.Matches;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordScope;
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
  private final Matches matches;
  private final PlannedItems items;

  @Inject
  PushPlans(
      Database database,
      CollectionStore collections,
      Edits edits,
      PushConsents consents,
      Matches matches,
      PlannedItems items) {
    this.database = database;
    this.collections = collections;
    this.edits = edits;
    this.consents = consents;
    this.matches = matches;
    this.items = items;
  }

  /** What waits for a collection that the service no longer lists goes on waiting. */
  PushPlan plan(String tenantId, String connectionId, String type) {
    Waiting waiting = waiting(connectionId, type);
    return database.read(connection -> plan(connection, tenantId, connectionId, type, waiting));
  }

  /** The edits that can be sent, the oldest first, and what of them the service may have. */
  Waiting waiting(String connectionId, String type) {
    return database.read(
        connection -> {
          List<PendingEdit> all = edits.in(connection, connectionId, type, EditState.WAITING);
          return new Waiting(all, matches.of(connection, connectionId, type, all));
        });
  }

  private PushPlan plan(
      Connection connection, String tenantId, String connectionId, String type, Waiting waiting)
      throws SQLException {
    List<PlannedCollection> planned = planned(connection, tenantId, connectionId, type, waiting);
    Set<String> held =
        planned.stream()
            .filter(PlannedCollection::needsConfirmation)
            .map(PlannedCollection::id)
            .collect(Collectors.toSet());
    List<PushPlan.Item> shown = new ArrayList<>();
    for (PendingEdit edit : waiting.edits().stream().limit(PushPlan.MOST_ITEMS).toList()) {
      RecordScope scope = new RecordScope(tenantId, connectionId, type, edit.collectionId());
      shown.add(items.of(connection, scope, edit, waiting));
    }
    return new PushPlan(hash(waiting, held), !held.isEmpty(), planned, shown);
  }

  private List<PlannedCollection> planned(
      Connection connection, String tenantId, String connectionId, String type, Waiting waiting)
      throws SQLException {
    Set<String> agreed = consents.of(connection, connectionId, type);
    List<StoredCollection> known = collections.of(connection, tenantId, connectionId);
    Waiting sendable = waiting.without(lost(known));
    return known.stream()
        .filter(collection -> !sendable.touching(collection.id()).edits().isEmpty())
        .map(collection -> planned(collection, sendable.touching(collection.id()), agreed))
        .toList();
  }

  private static Set<String> lost(List<StoredCollection> known) {
    return known.stream()
        .filter(StoredCollection::lost)
        .map(StoredCollection::id)
        .collect(Collectors.toSet());
  }

  private static PlannedCollection planned(
      StoredCollection collection, Waiting touching, Set<String> agreed) {
    Waiting here = touching.goingTo(collection.id());
    long joins = here.matches().values().stream().filter(match -> !match.isOpen()).count();
    long unsure = here.matches().size() - joins;
    return new PlannedCollection(
        collection.id(),
        collection.name(),
        here.count(EditKind.CREATE) - here.matches().size(),
        here.count(EditKind.UPDATE),
        here.count(EditKind.DELETE),
        touching.edits().size() - here.edits().size(),
        joins,
        unsure,
        collection.records(),
        why(collection, touching.edits().size() - unsure, agreed));
  }

  private static String why(StoredCollection collection, long edits, Set<String> agreed) {
    if (edits > 0 && !agreed.contains(collection.id())) {
      return "It would be the first push to this collection";
    }
    return edits > MANY && edits > LARGE_PART * collection.records()
        ? "It would change %d of %d records at once".formatted(edits, collection.records())
        : null;
  }

  /** Of what needs a word only: what goes without one may go meanwhile. */
  private static String hash(Waiting waiting, Set<String> held) {
    Set<String> lines = new TreeSet<>();
    waiting.edits().stream()
        .filter(edit -> held.isEmpty() || edit.places().stream().anyMatch(held::contains))
        .forEach(edit -> lines.add(line(waiting, edit)));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(String.join("\n", lines).getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String line(Waiting waiting, PendingEdit edit) {
    return String.join(
        " ",
        edit.recordId(),
        edit.collectionId(),
        edit.kind().name(),
        edit.place(),
        edit.notice().isDue() ? "notifies" : "",
        Long.toString(edit.generation()),
        edit.key().value(),
        waiting.match(edit).map(PushPlans::text).orElse(""),
        edit.data());
  }

  private static String text(Match match) {
    return match.same().map(item -> item.recordId() + " " + item.data()).orElse("?");
  }
}
