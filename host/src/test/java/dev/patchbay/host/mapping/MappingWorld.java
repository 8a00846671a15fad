package dev.patchbay.host.mapping;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.edit.AnsweredRequests;
import dev.patchbay.host.edit.CrmLinks;
import dev.patchbay.host.edit.EditAnswers;
import dev.patchbay.host.edit.EditDesk;
import dev.patchbay.host.edit.EditScopes;
import dev.patchbay.host.edit.EditUndo;
import dev.patchbay.host.edit.Edits;
import dev.patchbay.host.edit.NewRecord;
import dev.patchbay.host.edit.NewRecords;
import dev.patchbay.host.edit.RecordEditResource;
import dev.patchbay.host.edit.RecordEditor;
import dev.patchbay.host.edit.RecordMaker;
import dev.patchbay.host.edit.RecordMover;
import dev.patchbay.host.edit.RecordUpsert;
import dev.patchbay.host.edit.RecordsEdited;
import dev.patchbay.host.edit.Relocation;
import dev.patchbay.host.edit.SplitUndo;
import dev.patchbay.host.edit.Splits;
import dev.patchbay.host.fixture.HeardEvent;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.json.JsonObjects;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.plugin.DeclaredPlugins;
import dev.patchbay.host.record.ChangeResource;
import dev.patchbay.host.record.CollectionStore;
import dev.patchbay.host.record.Feed;
import dev.patchbay.host.record.MappedRecords;
import dev.patchbay.host.record.RecordFilter;
import dev.patchbay.host.record.RecordOwners;
import dev.patchbay.host.record.RecordResource;
import dev.patchbay.host.record.RecordRows;
import dev.patchbay.host.record.RecordSearch;
import dev.patchbay.host.record.RecordStore;
import dev.patchbay.host.record.RecordStores;
import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredCollection;
import dev.patchbay.host.record.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A CRM that reads and edits the contacts of one connection by names of its own. */
final class MappingWorld implements AutoCloseable {
  static final String TYPE = "contact";

  final ConnectWorld world;
  final String connection;
  final MappingDesk desk;
  final RecordResource records;
  private final RecordEditResource edits;
  private final ChangeResource changes;

  MappingWorld(Dialect dialect) {
    DeclaredPlugins plugins = new DeclaredPlugins(new AddressBook());
    world = new ConnectWorld(dialect, plugins);
    connection = world.connected();
    Database database = new Database(world.database.dataSource());
    CollectionStore collections = new CollectionStore();
    keepHome(database, collections);
    var transactions = world.database.transactions();
    FieldMappings mappings = new FieldMappings();
    desk =
        new MappingDesk(
            mappings, world.integrations, world.connections, plugins, database, transactions);
    MappedRecords mapped = new MappedRecords(mappings, database);
    CurrentCaller caller = new CurrentCaller();
    caller.become(Caller.user(TENANT, "usr_1", "Anna", Set.of("admin")));
    Records stored = new Records(database);
    RecordOwners owners = new RecordOwners(world.connections, transactions);
    records = new RecordResource(stored, new RecordSearch(stored), owners, mapped, caller);
    changes = new ChangeResource(new Feed(stored, database), owners, mapped, caller);
    RecordStore store = RecordStores.of(dialect);
    Ids ids = new Ids(world.clock);
    Edits rows = new Edits();
    RecordRows recordRows = new RecordRows();
    SplitUndo splits =
        new SplitUndo(
            store,
            recordRows,
            rows,
            new Splits(),
            new EditUndo(store, recordRows, collections, rows, world.clock),
            world.clock);
    RecordEditor editor =
        new RecordEditor(stored, recordRows, collections, rows, splits, ids, world.clock);
    Relocation relocation = new Relocation(recordRows, collections, rows);
    edits =
        new RecordEditResource(
            new EditAnswers(
                new EditDesk(database, store, new AnsweredRequests(), world.clock),
                new HeardEvent<RecordsEdited>()),
            new EditScopes(world.connections, world.integrations, plugins, mapped, transactions),
            editor,
            new RecordUpsert(
                stored,
                new RecordMaker(store, collections, rows, ids, world.clock),
                new CrmLinks(),
                editor,
                ids),
            new RecordMover(editor, recordRows, rows, relocation, ids, world.clock),
            caller);
  }

  private void keepHome(Database database, CollectionStore collections) {
    database.<Void>write(
        db -> {
          collections.insert(
              db,
              TENANT,
              connection,
              new StoredCollection(
                  "col_1", TYPE, "home", "Home", true, true, null, null, false, 0, null));
          return null;
        });
  }

  /** What the CRM calls the fields of contacts. */
  void call(Map<String, String> names) {
    desk.keepForIntegration(TENANT, world.integrationId, mapping(names));
  }

  static FieldMapping mapping(Map<String, String> names) {
    return new FieldMapping(Map.of(TYPE, names));
  }

  /** Makes or changes a contact by the CRM's id of it, and gives the record. */
  StoredRecord put(String crmId, Map<String, Object> data) {
    NewRecords wish = new NewRecords(List.of(new NewRecord(crmId, null, data)));
    String json = (String) edits.upsert(connection, TYPE, null, null, wish).getEntity();
    List<?> items = (List<?>) JsonObjects.read(json).get("items");
    return find((String) ((Map<?, ?>) items.get(0)).get("id"));
  }

  /** The answer to an edit. */
  Map<String, Object> patch(String id, String match, Map<String, Object> said) {
    return JsonObjects.read(
        (String) edits.patch(connection, TYPE, null, id, match, null, said).getEntity());
  }

  StoredRecord find(String id) {
    return records.get(connection, TYPE, id);
  }

  List<StoredRecord> list() {
    return records.list(connection, TYPE, new RecordFilter(), PageQuery.of(10, null)).items();
  }

  List<StoredRecord> ofCrm(String crmId) {
    RecordFilter filter = RecordFilter.crm(crmId);
    return records.list(connection, TYPE, filter, PageQuery.of(10, null)).items();
  }

  List<StoredRecord> feed() {
    return changes.list("0", 10, null, null).items().stream()
        .map(change -> change.record())
        .toList();
  }

  @Override
  public void close() {
    world.close();
  }
}
