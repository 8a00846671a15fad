package dev.patchbay.host.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.json.Json;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class RecordsTest {
  private static final RecordScope HOME = new RecordScope("ten_1", "con_1", "event", "col_1");

  @Parameter Dialect dialect;
  private final SettableClock clock = new SettableClock();
  private Database database;
  private RecordStore store;
  private Records records;
  private RecordSearch search;
  private int made;

  @BeforeEach
  void start() {
    database = new Database(TestDatabase.clean(dialect).dataSource());
    store = RecordStores.of(dialect);
    records = new Records(database);
    search = new RecordSearch(records);
  }

  /** External ids are the prefix and a number from 0; record ids run from 000 through the test. */
  private void insert(RecordScope scope, String prefix, String... data) {
    List<RecordWrite> writes =
        IntStream.range(0, data.length)
            .mapToObj(
                i -> new RecordWrite("rec_%03d".formatted(made++), prefix + i, "v1", "f1", data[i]))
            .toList();
    database.<Void>write(
        connection -> {
          long seq = store.takeChanges(connection, scope.tenantId(), writes.size());
          store.insert(connection, scope, writes, seq, clock.instant());
          return null;
        });
  }

  private void delete(RecordScope scope, String externalId) {
    database.<Void>write(
        connection -> {
          long seq = store.takeChanges(connection, scope.tenantId(), 1);
          List<Deletion> deletion = List.of(new Deletion(externalId, "merged", "survivor"));
          store.delete(connection, scope, deletion, seq, clock.instant());
          return null;
        });
  }

  private static RecordQuery words(String words) {
    return new RecordQuery("ten_1", "con_1", "event", Optional.empty(), Optional.ofNullable(words));
  }

  private List<String> found(String words) {
    return search.find(words(words), "", 10).stream().map(StoredRecord::externalId).toList();
  }

  @Test
  void should_find_words_in_what_a_person_reads_and_nowhere_else() {
    insert(
        HOME,
        "a",
        "{\"@type\":\"Event\",\"title\":\"Lunch with Ana\",\"uid\":\"x\"}",
        "{\"@type\":\"Event\",\"title\":\"100%"
            + " sure_thing!\",\"locations\":{\"1\":{\"name\":\"Café\"}}}",
        "{\"@type\":\"Event\",\"title\":\"Say \\\"hello\\\"\",\"lunch\":true}");

    assertThat(found("LUNCH")).containsExactly("a0");
    assertThat(found(" café ")).containsExactly("a1");
    assertThat(found("100%")).containsExactly("a1");
    assertThat(found("e_t")).containsExactly("a1");
    assertThat(found("g!")).containsExactly("a1");
    assertThat(found("\"hello\"")).containsExactly("a2");
    assertThat(found("title")).isEmpty();
    assertThat(found("Event")).isEmpty();
    assertThat(found(" ")).hasSize(3);
  }

  @Test
  void should_page_through_all_matches_when_there_are_many_candidates() {
    String[] data =
        IntStream.range(0, 1_300)
            .mapToObj(i -> "{\"even\":\"%s\"}".formatted(i % 2 == 0 ? "even" : "odd"))
            .toArray(String[]::new);
    List<RecordWrite> writes = new ArrayList<>();
    for (int i = 0; i < data.length; i++) {
      writes.add(new RecordWrite("rec_%06d".formatted(i), "x" + i, null, "f", data[i]));
    }
    database.<Void>write(
        connection -> {
          store.insert(connection, HOME, writes, 1, clock.instant());
          return null;
        });

    List<String> all = new ArrayList<>();
    List<StoredRecord> page;
    String after = "";
    do {
      page = search.find(words("even"), after, 100);
      page.forEach(record -> all.add(record.id()));
      after = page.isEmpty() ? after : page.get(page.size() - 1).id();
    } while (!page.isEmpty());

    assertThat(all).hasSize(650).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void should_show_neither_other_tenants_nor_other_connections_nor_deleted_records() {
    insert(HOME, "a", "{}", "{}");
    insert(new RecordScope("ten_2", "con_1", "event", "col_2"), "b", "{}");
    insert(new RecordScope("ten_1", "con_2", "event", "col_3"), "c", "{}");
    insert(new RecordScope("ten_1", "con_1", "contact", "col_4"), "d", "{}");
    delete(HOME, "a1");

    assertThat(found(null)).containsExactly("a0");
    assertThat(records.find("ten_2", "con_1", "event", "rec_000")).isEmpty();
    assertThat(records.find("ten_1", "con_1", "event", "rec_001"))
        .hasValueSatisfying(
            record -> {
              assertThat(record.isTombstone()).isTrue();
              assertThat(record.mergedInto()).isEqualTo("survivor");
            });
    assertThat(records.changes(ChangeQuery.all("ten_2"), 0, 10))
        .extracting(StoredRecord::externalId)
        .containsExactly("b0");
  }

  @Test
  void should_list_one_collection_when_asked_for_it() {
    insert(HOME, "a", "{}");
    insert(new RecordScope("ten_1", "con_1", "event", "col_2"), "b", "{}");

    RecordQuery query =
        new RecordQuery("ten_1", "con_1", "event", Optional.of("col_2"), Optional.empty());

    assertThat(search.find(query, "", 10))
        .extracting(StoredRecord::externalId)
        .containsExactly("b0");
  }

  @Test
  void should_list_what_changed_since_an_instant_or_has_an_edit_in_a_state() {
    insert(HOME, "a", "{}");
    clock.advance(Duration.ofHours(1));
    insert(HOME, "b", "{}");
    database.write(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  "insert into edit (kind, state, send_key, edited_at, collection_id, tenant_id,"
                      + " generation, connection_id, type, record_id) select 'UPDATE',"
                      + " 'OUTCOME_UNKNOWN', 'k', updated_at, collection_id, tenant_id, 1,"
                      + " connection_id, type, id from record where external_id = 'a0'")) {
            return statement.executeUpdate();
          }
        });

    assertThat(filtered(RecordFilter.since(clock.instant().toString(), null)))
        .containsExactly("b0");
    assertThat(filtered(RecordFilter.since(null, "outcome-unknown"))).containsExactly("a0");
    assertThat(filtered(RecordFilter.since(null, "waiting"))).isEmpty();
    assertThatThrownBy(() -> filtered(RecordFilter.since("yesterday", null)))
        .hasMessageContaining("updatedSince");
    assertThatThrownBy(() -> filtered(RecordFilter.since(null, "lost")))
        .hasMessageContaining("quarantined");
  }

  private List<String> filtered(RecordFilter filter) {
    return search.find(filter.query("ten_1", "con_1", "event"), "", 10).stream()
        .map(StoredRecord::externalId)
        .toList();
  }

  @Test
  void should_put_the_stored_json_into_the_answer_as_it_is() throws Exception {
    insert(HOME, "a", "{\"n\":1.50,\"text\":\"ü\"}");

    String json = Json.mapper().writeValueAsString(search.find(words(null), "", 1).get(0));

    assertThat(json)
        .contains("\"data\":{\"n\":1.50,\"text\":\"ü\"}", "\"collection\":\"col_1\"")
        .doesNotContain("deleted", "mergedInto");
  }

  @Test
  void should_page_the_feed_with_tombstones_and_say_whether_there_is_more() {
    insert(HOME, "a", "{}", "{}", "{}");
    insert(new RecordScope("ten_1", "con_1", "contact", "col_4"), "d", "{}");
    delete(HOME, "a0");

    ChangePage first = page("0", 2);
    ChangePage second = page(first.next(), 2);
    ChangePage third = page(second.next(), 2);

    assertThat(first.items()).extracting(ChangePage.Change::seq).containsExactly(2L, 3L);
    assertThat(first.more()).isTrue();
    assertThat(second.items())
        .extracting(ChangePage.Change::kind)
        .containsExactly("upsert", "delete");
    assertThat(second.more()).isFalse();
    assertThat(third.items()).isEmpty();
    assertThat(third.next()).isEqualTo(second.next());
    assertThat(records.changes(new ChangeQuery("ten_1", "contact", null), 0, 10)).hasSize(1);
  }

  private ChangePage page(String after, int size) {
    return new Feed(records, database)
        .read(ChangeQuery.all("ten_1"), FeedPlace.of(after), PageQuery.of(size, null));
  }

  @Test
  void should_leave_empty_tombstones_alone_when_a_connection_is_erased() {
    insert(HOME, "jane@example.com", "{\"title\":\"Secret\"}", "{\"title\":\"Secret\"}");
    insert(new RecordScope("ten_1", "con_2", "event", "col_2"), "b", "{\"title\":\"Other\"}");
    delete(HOME, "jane@example.com0");
    RecordEraser eraser = new RecordEraser(store, clock);
    clock.advance(Duration.ofMinutes(1));

    for (int i = 0; i < 2; i++) {
      database.<Void>write(
          connection -> {
            eraser.erase(connection, "ten_1", "con_1");
            return null;
          });
    }

    List<StoredRecord> feed = records.changes(ChangeQuery.all("ten_1"), 4, 10);
    assertThat(feed).hasSize(2).allMatch(StoredRecord::isTombstone);
    assertThat(feed).extracting(StoredRecord::deletedReason).containsOnly("erased");
    assertThat(feed).extracting(StoredRecord::changeSeq).containsExactly(5L, 6L);
    assertThat(feed.toString()).doesNotContain("jane", "Secret");
    assertThat(records.changes(ChangeQuery.all("ten_1"), 0, 10)).hasSize(3);
  }
}
