package dev.patchbay.host.edit;

import dev.patchbay.api.item.Patch;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.record.RecordScope;
import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.record.StoredRecord;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the records that the CRM knows by its own ids, and changes those that it knows already. */
@Singleton
public class RecordUpsert {
  private static final Set<String> GIVEN = Set.of("@type", "uid", "version");

  private final Records records;
  private final RecordMaker maker;
  private final CrmLinks links;
  private final RecordEditor editor;
  private final Ids ids;

  @Inject
  public RecordUpsert(
      Records records, RecordMaker maker, CrmLinks links, RecordEditor editor, Ids ids) {
    this.records = records;
    this.maker = maker;
    this.links = links;
    this.editor = editor;
    this.ids = ids;
  }

  StoredRecord upsert(Connection database, EditScope where, NewRecord wish, String name, long seq)
      throws SQLException {
    Optional<StoredRecord> known =
        records
            .ofCrm(database, where.tenantId(), where.connectionId(), where.type(), wish.crmId())
            .filter(record -> !record.isTombstone());
    if (known.isEmpty()) {
      return create(database, where, wish, name, seq);
    }
    where.require(wish.data().keySet(), name + "/data/");
    return editor.patch(
        database, where, known.get().id(), Precondition.any(), patch(wish.data()), seq);
  }

  private static Patch patch(Map<String, Object> data) {
    Map<String, Object> changes = new LinkedHashMap<>();
    data.forEach(
        (property, value) -> changes.put(property.replace("~", "~0").replace("/", "~1"), value));
    try {
      return Patch.of(changes);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("data", e.getMessage());
    }
  }

  private StoredRecord create(
      Connection database, EditScope where, NewRecord wish, String name, long seq)
      throws SQLException {
    Set<String> said = new LinkedHashSet<>(wish.data().keySet());
    said.removeAll(GIVEN);
    where.require(said, name + "/data/");
    StoredCollection collection = destination(database, where, wish, name);
    RecordScope scope = where.in(collection.id());
    String id = ids.next("rec");
    Map<String, Object> given = ItemSchemas.completed(where.type(), id, Map.of());
    Map<String, Object> item = where.standard(patch(wish.data()), given).applyTo(given);
    String data = ItemSchemas.text(where.type(), item);
    maker.make(database, scope, id, data, where.notice(), seq);
    links.put(database, scope, wish.crmId(), id);
    return editor.find(database, where, id);
  }

  private StoredCollection destination(
      Connection database, EditScope where, NewRecord wish, String name) throws SQLException {
    List<StoredCollection> possible = editor.of(database, where);
    StoredCollection chosen =
        possible.stream()
            .filter(
                collection ->
                    wish.collection() == null
                        ? collection.primary()
                        : collection.id().equals(wish.collection()))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        name + "/collection", "must be the id of a collection of the connection"));
    RecordEditor.requireWritable(chosen);
    return chosen;
  }
}
