package dev.patchbay.host.edit;

import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.item.Patch;
import dev.patchbay.googlecalendar.GoogleCalendarPlugin;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.mapping.TypeMapping;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.Records;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CRM that edits the events of one connection, past HTTP and otherwise as it would. */
public final class CrmSide {
  private static final TypeDescriptor EVENTS =
      new GoogleCalendarPlugin().descriptor().types().get(0);

  private final EditDesk desk;
  private final RecordEditor editor;
  private final RecordUpsert upsert;
  private final RecordMover mover;
  private final SeriesSplitter splitter;
  private final Quarantine quarantine;
  private final EditScope where;

  private CrmSide(
      EditDesk desk,
      RecordEditor editor,
      RecordUpsert upsert,
      RecordMover mover,
      SeriesSplitter splitter,
      Quarantine quarantine,
      EditScope where) {
    this.splitter = splitter;
    this.mover = mover;
    this.quarantine = quarantine;
    this.desk = desk;
    this.editor = editor;
    this.upsert = upsert;
    this.where = where;
  }

  public static CrmSide of(
      Database database,
      RecordStore store,
      CollectionStore collections,
      Edits edits,
      Ids ids,
      Clock clock,
      String tenant,
      String connection) {
    Records records = new Records(database);
    RecordRows rows = new RecordRows();
    EditUndo undo = new EditUndo(store, rows, collections, edits, clock);
    Splits splits = new Splits();
    SplitUndo splitUndo = new SplitUndo(store, rows, edits, splits, undo, clock);
    RecordEditor editor =
        new RecordEditor(records, rows, collections, edits, splitUndo, ids, clock);
    RecordMaker maker = new RecordMaker(store, collections, edits, ids, clock);
    return new CrmSide(
        new EditDesk(database, store, new AnsweredRequests(), clock),
        editor,
        new RecordUpsert(records, maker, new CrmLinks(), editor, ids),
        new RecordMover(editor, rows, edits, new Relocation(rows, collections, edits), ids, clock),
        new SeriesSplitter(
            editor,
            maker,
            store,
            rows,
            collections,
            edits,
            splits,
            new SeriesExceptions(),
            ids,
            clock),
        new Quarantine(database, edits, undo, splits, splitUndo),
        new EditScope(
            tenant,
            connection,
            "event",
            Set.copyOf(EVENTS.writableFields()),
            EVENTS.seriesPath(),
            TypeMapping.none(),
            Notice.NONE));
  }

  /** The same CRM, which has the invitees told of what it edits. */
  public CrmSide notifying() {
    return new CrmSide(
        desk, editor, upsert, mover, splitter, quarantine, where.with(Notice.WANTED));
  }

  /** The record after the edit. */
  public Map<String, Object> patch(String id, String ifMatch, Map<String, Object> changes) {
    return patch(id, ifMatch, null, changes);
  }

  public Map<String, Object> patch(
      String id, String ifMatch, String key, Map<String, Object> changes) {
    KeyedRequest request =
        KeyedRequest.of(where, "key_1", key, "patch", id, ifMatch, changes.toString());
    Precondition match = Precondition.of(ifMatch);
    return JsonObjects.read(
        desk.answer(
            request, 1, (db, seq) -> editor.patch(db, where, id, match, Patch.of(changes), seq)));
  }

  public Map<String, Object> patch(String id, Map<String, Object> changes) {
    return patch(id, "*", changes);
  }

  public Map<String, Object> delete(String id) {
    KeyedRequest request = KeyedRequest.of(where, "key_1", null, "delete", id);
    return JsonObjects.read(
        desk.answer(
            request, 1, (db, seq) -> editor.delete(db, where, id, Precondition.any(), seq)));
  }

  public Map<String, Object> move(String id, String collection) {
    KeyedRequest request = KeyedRequest.of(where, "key_1", null, "move", id, collection);
    return JsonObjects.read(
        desk.answer(
            request,
            1,
            (db, seq) -> mover.move(db, where, id, Precondition.any(), collection, seq)));
  }

  /** Splits a series, and gives the new half. */
  public Map<String, Object> follow(String id, String from, Map<String, Object> changes) {
    return follow(id, "*", null, from, changes);
  }

  public Map<String, Object> follow(
      String id, String ifMatch, String key, String from, Map<String, Object> changes) {
    Continuation wish = new Continuation(from, changes);
    KeyedRequest request =
        KeyedRequest.of(where, "key_1", key, "follow", id, ifMatch, wish.toString());
    Precondition match = Precondition.of(ifMatch);
    return JsonObjects.read(
        desk.answer(request, 2, (db, seq) -> splitter.split(db, where, id, match, wish, seq)));
  }

  /** Makes the record, or changes the one that has the CRM's id, and gives its id here. */
  public String put(String crmId, String collection, Map<String, Object> data) {
    NewRecord wish = new NewRecord(crmId, collection, data);
    KeyedRequest request = KeyedRequest.of(where, "key_1", null, "upsert", wish.toString());
    String json =
        desk.answer(request, 1, (db, seq) -> upsert.upsert(db, where, wish, "records/0", seq));
    return (String) JsonObjects.read(json).get("id");
  }

  /** The edits that wait for a person. */
  public List<QuarantinedEdit> quarantined() {
    return quarantine.list(where.tenantId(), where.connectionId(), "", 10);
  }

  public void retry(String id) {
    quarantine.retry(where.tenantId(), where.connectionId(), id);
  }

  public void giveUp(String id) {
    quarantine.giveUp(where.tenantId(), where.connectionId(), id);
  }
}
