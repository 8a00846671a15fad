package dev.patchbay.host.match;

import dev.patchbay.host.edit.EditKind;
import dev.patchbay.host.edit.PendingEdit;
import dev.patchbay.host.json.JsonObjects;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the new records of the CRM that the service may have already: they agree in what the schema
 * of their type says items are recognised by, such as the UID of an event. Sent like any other they
 * would be there twice.
 */
@Singleton
public class Matches {
  /** The CRM said that the service does not have it. */
  public static final String NONE = "none";

  private final MatchRows rows;

  @Inject
  public Matches(MatchRows rows) {
    this.rows = rows;
  }

  /** Those among edits that wait, by the ids of their records. */
  public Map<String, Match> of(
      Connection database, String connectionId, String type, List<PendingEdit> waiting)
      throws SQLException {
    Map<String, List<PendingEdit>> wanted = wanted(type, waiting);
    Map<String, Match> found = new LinkedHashMap<>();
    for (var each : candidates(database, connectionId, type, wanted).entrySet()) {
      List<PendingEdit> rivals = wanted.get(each.getKey());
      for (PendingEdit edit : rivals) {
        boolean rivalled =
            rivals.stream().filter(other -> isIn(edit.collectionId(), other)).count() > 1;
        found.put(edit.recordId(), Match.of(edit, each.getValue(), rivalled));
      }
    }
    return found;
  }

  private static boolean isIn(String collection, PendingEdit edit) {
    return edit.collectionId().equals(collection);
  }

  /** The new records by their keys. */
  private static Map<String, List<PendingEdit>> wanted(String type, List<PendingEdit> waiting) {
    Map<String, List<PendingEdit>> wanted = new HashMap<>();
    waiting.stream()
        .filter(edit -> edit.kind() == EditKind.CREATE && !edit.deleted())
        .filter(edit -> edit.sameAs().filter(NONE::equals).isEmpty())
        .forEach(
            edit ->
                MatchKeys.key(type, edit.dataObject())
                    .filter(key -> !key.contains(edit.recordId()))
                    .ifPresent(
                        key -> wanted.computeIfAbsent(key, x -> new ArrayList<>()).add(edit)));
    return wanted;
  }

  private Map<String, List<MatchCandidate>> candidates(
      Connection database, String connectionId, String type, Map<String, List<PendingEdit>> wanted)
      throws SQLException {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    Map<String, String> hits = hits(database, connectionId, type, wanted);
    Map<String, List<MatchCandidate>> candidates = new LinkedHashMap<>();
    for (Map.Entry<String, String> hit : hits.entrySet()) {
      rows.find(database, connectionId, type, hit.getKey())
          .ifPresent(
              one -> candidates.computeIfAbsent(hit.getValue(), x -> new ArrayList<>()).add(one));
    }
    return candidates;
  }

  /** The keys of the records that have one of them, by id. */
  private Map<String, String> hits(
      Connection database, String connectionId, String type, Map<String, List<PendingEdit>> wanted)
      throws SQLException {
    String property = MatchKeys.of(type).get(0);
    Glimpse glimpse = new Glimpse(property, firsts(property, wanted));
    Map<String, String> hits = new LinkedHashMap<>();
    rows.forEach(
        database,
        connectionId,
        type,
        (id, data) -> {
          if (glimpse.isWorthReading(data)) {
            MatchKeys.key(type, JsonObjects.read(data))
                .filter(wanted::containsKey)
                .ifPresent(key -> hits.put(id, key));
          }
        });
    return hits;
  }

  private static Set<String> firsts(String property, Map<String, List<PendingEdit>> wanted) {
    return wanted.values().stream()
        .map(edits -> edits.get(0).dataObject().get(property))
        .map(JsonObjects::writeValue)
        .collect(Collectors.toSet());
  }
}
