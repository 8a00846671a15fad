package dev.patchbay.host.record;

import static dev.patchbay.host.fixture.Wall.assertClosed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records and their changes, read by another tenant than their own. */
@OnBothDatabases
class ForeignRecordTest {
  private static final RecordScope HOME = new RecordScope("ten_1", "con_1", "event", "col_1");
  private static final StoredCollection COLLECTION =
      new StoredCollection(
          "col_1", "event", "home", "Home", true, true, null, null, false, 0, null);

  private final Database database;
  private final Records records;

  ForeignRecordTest(Dialect dialect) {
    database = new Database(TestDatabase.clean(dialect).dataSource());
    records = new Records(database);
    RecordStore store = RecordStores.of(dialect);
    database.<Void>write(
        connection -> {
          long seq = store.takeChanges(connection, "ten_1", 1);
          List<RecordWrite> one =
              List.of(new RecordWrite("rec_1", "ext-1", "v1", "f1", "{\"title\":\"Secret\"}"));
          store.insert(connection, HOME, one, seq, new SettableClock().instant());
          return null;
        });
  }

  @Test
  void should_not_show_a_record_when_it_is_of_another_tenant() {
    assertThat(records.find("ten_1", "con_1", "event", "rec_1")).isPresent();
    assertClosed(records.find("ten_2", "con_1", "event", "rec_1").isPresent(), "their record");
    assertClosed(!list("ten_2").isEmpty(), "the list of their records");
    assertClosed(!records.changes(ChangeQuery.all("ten_2"), 0, 10).isEmpty(), "their feed");
  }

  @Test
  void should_not_search_records_when_they_are_of_another_tenant() {
    assertThat(search("ten_1")).hasSize(1);
    assertClosed(!search("ten_2").isEmpty(), "their records, by words");
  }

  @Test
  void should_not_show_collections_when_they_are_of_another_tenant() {
    CollectionStore collections = new CollectionStore();
    database.<Void>write(
        connection -> {
          collections.insert(connection, "ten_1", "con_1", COLLECTION);
          return null;
        });

    assertThat(of(collections, "ten_1")).hasSize(1);
    assertClosed(!of(collections, "ten_2").isEmpty(), "their collections");
  }

  private List<StoredCollection> of(CollectionStore collections, String tenant) {
    return database.read(connection -> collections.of(connection, tenant, "con_1"));
  }

  private List<StoredRecord> list(String tenant) {
    return records.list(query(tenant, Optional.empty()), "", 10);
  }

  private List<StoredRecord> search(String tenant) {
    return new RecordSearch(records).find(query(tenant, Optional.of("secret")), "", 10);
  }

  private static RecordQuery query(String tenant, Optional<String> words) {
    return new RecordQuery(tenant, "con_1", "event", Optional.empty(), words);
  }
}
