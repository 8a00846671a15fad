package dev.patchbay.host.record;

import static dev.patchbay.host.connect.ConnectWorld.TENANT;
import static dev.patchbay.host.fixture.Wall.assertClosed;
import static dev.patchbay.host.fixture.Wall.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.caller.Caller;
import dev.patchbay.host.caller.CurrentCaller;
import dev.patchbay.host.connect.ConnectWorld;
import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.integration.Permissions;
import dev.patchbay.host.mapping.FieldMappings;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What was kept of a type before an admin stopped letting it through. */
@OnBothDatabases
class ForbiddenTypeTest {
  @AutoClose private final ConnectWorld world;
  private final String connection;
  private final RecordResource records;
  private final CollectionResource collections;
  private final ChangeResource changes;

  ForbiddenTypeTest(Dialect dialect) {
    world = new ConnectWorld(dialect);
    connection = world.connected();
    var database = new Database(world.database.dataSource());
    var store = new CollectionStore();
    keep(database, dialect, store);
    var owners = new RecordOwners(world.connections, world.database.transactions());
    var caller = new CurrentCaller();
    caller.become(Caller.user(TENANT, "usr_1", "Anna", Set.of("admin")));
    var stored = new Records(database);
    var mapped = new MappedRecords(new FieldMappings(), database);
    records = new RecordResource(stored, new RecordSearch(stored), owners, mapped, caller);
    collections = new CollectionResource(store, database, owners, caller);
    changes = new ChangeResource(new Feed(stored, database), owners, mapped, caller);
  }

  @Test
  void should_show_what_is_let_through() {
    allow("event");

    assertThat(list()).hasSize(1);
    assertThat(records.get(connection, "event", "rec_1").id()).isEqualTo("rec_1");
    assertThat(feed().items()).hasSize(1);
    assertThat(collections.list(connection, null).items()).hasSize(1);
  }

  @Test
  void should_not_list_records_when_their_type_is_not_let_through() {
    allow();

    assertRefused(this::list, "the list of a type that is not let through");
  }

  @Test
  void should_not_show_a_record_when_its_type_is_not_let_through() {
    allow();

    assertRefused(
        () -> records.get(connection, "event", "rec_1"), "a record of what is not let through");
  }

  @Test
  void should_not_tell_changes_when_their_type_is_not_let_through() {
    allow();

    assertClosed(!feed().items().isEmpty(), "changes of a type that is not let through");
    assertThat(feed().next()).as("who follows goes on behind it").isEqualTo("1");
  }

  @Test
  void should_not_show_collections_when_their_type_is_not_let_through() {
    allow();

    assertClosed(
        !collections.list(connection, "event").items().isEmpty(),
        "collections of a type that is not let through");
  }

  private List<StoredRecord> list() {
    return records.list(connection, "event", new RecordFilter(), PageQuery.of(10, null)).items();
  }

  private ChangePage feed() {
    return changes.list("0", 10, null, null);
  }

  private void allow(String... types) {
    world.inTransaction(
        () -> {
          world.allow(new Permissions(Set.of(types), null));
          return true;
        });
  }

  private void keep(Database database, Dialect dialect, CollectionStore store) {
    var scope = new RecordScope(TENANT, connection, "event", "col_1");
    var home =
        new StoredCollection(
            "col_1", "event", "home", "Home", true, true, null, null, false, 0, null);
    database.<Void>write(
        db -> {
          store.insert(db, TENANT, connection, home);
          var seq = RecordStores.of(dialect).takeChanges(db, TENANT, 1);
          var one = List.of(new RecordWrite("rec_1", "ext-1", "v1", "f1", "{}"));
          RecordStores.of(dialect).insert(db, scope, one, seq, new SettableClock().instant());
          return null;
        });
  }
}
