package dev.patchbay.host.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.fixture.RecordedChores;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.fixture.TestDatabase;
import dev.patchbay.host.page.PageQuery;
import dev.patchbay.host.persistence.Database;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Places in the feed, and what becomes of them once deletions are forgotten. */
@OnBothDatabases
class FeedTest {
  private static final String TENANT = "ten_1";
  private static final RecordScope HOME = new RecordScope(TENANT, "con_1", "event", "col_1");
  private static final RecordScope WORK = new RecordScope(TENANT, "con_2", "event", "col_2");

  @Parameter Dialect dialect;
  private final SettableClock clock = new SettableClock();
  private final RecordedChores chores = new RecordedChores();
  private Database database;
  private RecordStore store;
  private Feed feed;
  private int made;

  @BeforeEach
  void start() {
    database = new Database(TestDatabase.clean(dialect).dataSource());
    store = RecordStores.of(dialect);
    feed = new Feed(new Records(database), database);
    new RecordCare(new Tombstones(database, store), 30, chores, clock).begin(null);
  }

  @Test
  void should_be_at_the_end_when_all_was_read_whatever_was_filtered_out() {
    insert(HOME, "a", "b");
    insert(WORK, "c");

    ChangePage page =
        feed.read(
            new ChangeQuery(TENANT, null, "con_1"), FeedPlace.of("0"), PageQuery.of(10, null));

    assertThat(ids(page)).containsExactly("a", "b");
    assertThat(page.next()).isEqualTo("3");
  }

  @Test
  void should_tell_a_deletion_for_thirty_days_and_then_refuse_to_go_on_behind_it() {
    insert(HOME, "a", "b");
    String there = read("0").next();
    delete(HOME, "a");
    later(Duration.ofDays(29));
    assertThat(ids(read(there))).containsExactly("a");

    later(Duration.ofDays(2));

    assertGone(() -> read(there));
    assertThat(ids(read("0"))).containsExactly("b");
    assertThat(read("3").items()).isEmpty();
  }

  @Test
  void should_let_a_reader_finish_who_began_after_deletions_were_forgotten() {
    insert(HOME, "a", "b", "c", "d");
    delete(HOME, "d");
    later(Duration.ofDays(31));

    assertThat(pages("0")).containsExactly("a", "b", "c");
    assertThat(last("0")).isEqualTo("5");
  }

  @Test
  void should_have_a_reader_start_again_when_deletions_are_forgotten_meanwhile() {
    insert(HOME, "a", "b", "c");
    delete(HOME, "c");
    later(Duration.ofDays(31));
    String onTheWay = feed(1, "0").next();
    delete(HOME, "a");
    later(Duration.ofDays(31));

    assertGone(() -> read(onTheWay));
    assertThat(pages("0")).containsExactly("b");
  }

  @Test
  void should_keep_a_tombstone_whose_deletion_the_service_does_not_have_yet() {
    insert(HOME, "a", "b");
    delete(HOME, "a");
    database.write(
        db -> {
          try (var statement =
              db.prepareStatement(
                  "insert into edit (kind, state, send_key, edited_at, collection_id, tenant_id,"
                      + " generation, connection_id, type, record_id) select 'DELETE', 'WAITING',"
                      + " 'k', updated_at, collection_id, tenant_id, 1, connection_id, type, id"
                      + " from record where external_id = 'a'")) {
            return statement.executeUpdate();
          }
        });

    later(Duration.ofDays(31));

    assertThat(pages("0")).containsExactly("b", "a");
  }

  @Test
  void should_forget_many_and_the_crms_ids_of_them() {
    String[] many = IntStream.range(0, 1_200).mapToObj(i -> "x" + i).toArray(String[]::new);
    insert(HOME, many);
    insert(HOME, "last");
    link("last");
    link("x7");
    for (String one : many) {
      delete(HOME, one);
    }
    later(Duration.ofDays(31));

    assertThat(pages("0")).containsExactly("last");
    assertThat(links()).containsExactly("last");
  }

  @Test
  void should_refuse_what_is_no_place() {
    for (String text : List.of("", "x", "-1", "1-", "1-2-3", "9999999999999999999")) {
      assertThatThrownBy(() -> read(text))
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.type()).isEqualTo(ProblemType.BAD_PARAMETER));
    }
    assertThatCode(() -> read("17-18")).doesNotThrowAnyException();
  }

  private static void assertGone(ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.GONE);
              assertThat(problem).hasMessageContaining("after=0");
            });
  }

  private void later(Duration time) {
    clock.advance(time);
    chores.runAll();
  }

  private ChangePage read(String after) {
    return feed(10, after);
  }

  private ChangePage feed(int size, String after) {
    return feed.read(ChangeQuery.all(TENANT), FeedPlace.of(after), PageQuery.of(size, null));
  }

  /** All that a reader sees who goes on one by one. */
  private List<String> pages(String after) {
    List<String> all = new ArrayList<>();
    ChangePage page = feed(1, after);
    while (!page.items().isEmpty()) {
      all.addAll(ids(page));
      page = feed(1, page.next());
    }
    return all;
  }

  private String last(String after) {
    ChangePage page = feed(1, after);
    return page.more() ? last(page.next()) : page.next();
  }

  private static List<String> ids(ChangePage page) {
    return page.items().stream().map(change -> change.record().externalId()).toList();
  }

  private void insert(RecordScope scope, String... ids) {
    List<RecordWrite> writes =
        List.of(ids).stream()
            .map(id -> new RecordWrite("rec_%05d".formatted(made++), id, "v1", "f1", "{}"))
            .toList();
    database.<Void>write(
        db -> {
          long seq = store.takeChanges(db, TENANT, writes.size());
          store.insert(db, scope, writes, seq, clock.instant());
          return null;
        });
  }

  private void delete(RecordScope scope, String id) {
    database.<Void>write(
        db -> {
          long seq = store.takeChanges(db, TENANT, 1);
          store.delete(db, scope, List.of(new Deletion(id, "gone", null)), seq, clock.instant());
          return null;
        });
  }

  private void link(String externalId) {
    database.write(
        db -> {
          try (var statement =
              db.prepareStatement(
                  "insert into crm_link (connection_id, type, crm_id, record_id, tenant_id)"
                      + " select connection_id, type, external_id, id, tenant_id from record"
                      + " where external_id = ?")) {
            statement.setString(1, externalId);
            return statement.executeUpdate();
          }
        });
  }

  private List<String> links() {
    return database.read(
        db -> {
          try (var statement = db.prepareStatement("select crm_id from crm_link");
              var rows = statement.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
              found.add(rows.getString(1));
            }
            return found;
          }
        });
  }
}
