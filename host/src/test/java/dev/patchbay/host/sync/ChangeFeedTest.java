package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.record.ChangeQuery;
import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Pulls and a CRM write the records of one tenant at the same time, and a reader keeps a copy by
 * nothing but the feed. {@code -Dfeed.seconds=60} has them do so for a minute.
 */
@OnBothDatabases
class ChangeFeedTest {
  private static final int CONNECTIONS = 3;
  private static final int RECORDS = 40;
  private static final int LEAST_ROUNDS = 50;
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("feed.seconds", 4));

  @Parameter Dialect dialect;

  @Test
  void should_miss_no_change_and_keep_their_order_when_many_write_and_one_follows()
      throws Exception {
    LiveDatabase database = LiveDatabase.clean(dialect);
    List<SyncWorld> worlds =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> new SyncWorld(database.source(), "con_" + i, Clock.systemUTC()))
            .toList();
    Follower follower = new Follower(new Records(worlds.get(0).database));
    ExecutorService threads = Executors.newCachedThreadPool();
    Instant end = Instant.now().plus(TIME);
    CompletableFuture<?> writing =
        CompletableFuture.allOf(
            worlds.stream()
                .flatMap(world -> writers(world, end))
                .map(writer -> CompletableFuture.runAsync(writer, threads))
                .toArray(CompletableFuture[]::new));
    CompletableFuture<?> following =
        CompletableFuture.runAsync(() -> follower.followUntil(writing), threads);

    following.get(TIME.toSeconds() + 60, TimeUnit.SECONDS);
    writing.get();
    threads.shutdown();

    Map<String, String> truth = new TreeMap<>();
    worlds.forEach(
        world ->
            world.titles().forEach((id, title) -> truth.put(world.connection + "/" + id, title)));
    assertThat(follower.replica).isEqualTo(truth);
    assertThat(follower.seen).isSorted().doesNotHaveDuplicates();
    assertThat(follower.outOfOrder).isEmpty();
    assertThat(follower.edits).as("edits of the CRM among the changes").isGreaterThan(50);
    assertThat(follower.seen).hasSizeGreaterThan(CONNECTIONS * RECORDS + 100);
    System.out.printf("Feed on %s: %d changes were read%n", dialect, follower.seen.size());
    worlds.forEach(SyncWorld::close);
  }

  private static Stream<Runnable> writers(SyncWorld world, Instant end) {
    FakeService service = new FakeService().put("home", 0, RECORDS);
    world.pull(service);
    return Stream.of(
        () -> repeat(end, round -> pull(world, service, round)),
        () -> repeat(end, round -> edit(world, round)));
  }

  private interface Round {
    void run(int number);
  }

  /** So many at least: a slow machine takes longer for them. */
  private static void repeat(Instant end, Round round) {
    for (int number = 1; number <= LEAST_ROUNDS || Instant.now().isBefore(end); number++) {
      round.run(number);
    }
  }

  /** The service changes, brings, takes away and brings back. */
  private static void pull(SyncWorld world, FakeService service, int round) {
    service.put("home", FakeService.id(round % 10), "Round " + round);
    service.put("home", "new" + round % 30, "New " + round);
    String comesAndGoes = FakeService.id(10 + round / 2 % 10);
    if (round % 2 == 0) {
      service.remove("home", comesAndGoes);
    } else {
      service.put("home", comesAndGoes, "Back " + round);
    }
    world.pull(service);
  }

  /** The CRM changes, makes and deletes what the service leaves alone. */
  private static void edit(SyncWorld world, int round) {
    String id = FakeService.id(20 + round % 20);
    world.crm.patch(recordOf(world, id), Map.of("title", "Edit " + round));
    if (round % 5 == 0) {
      String home =
          world
              .column(
                  "select id from collection where connection_id = '%s'"
                      .formatted(world.connection))
              .get(0);
      String made =
          world.crm.put(
              "deal-" + round,
              home,
              Map.of("title", "Deal " + round, "start", "2026-12-02T19:00:00"));
      if (round % 10 == 0) {
        world.crm.delete(made);
      }
    }
  }

  private static String recordOf(SyncWorld world, String externalId) {
    return world
        .column(
            "select id from record where connection_id = '%s' and external_id = '%s'"
                .formatted(world.connection, externalId))
        .get(0);
  }

  /** Keeps a copy of all records by nothing but the feed. */
  private static final class Follower {
    private final Records records;
    private final Map<String, String> replica = new TreeMap<>();
    private final Map<String, Integer> rounds = new HashMap<>();
    private final List<Long> seen = new ArrayList<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private int edits;
    private long after;

    Follower(Records records) {
      this.records = records;
    }

    void followUntil(CompletableFuture<?> end) {
      boolean last;
      do {
        last = end.isDone();
        readOn();
      } while (!last);
    }

    private void readOn() {
      List<StoredRecord> page;
      do {
        page = records.changes(ChangeQuery.all(SyncWorld.TENANT), after, 7);
        page.forEach(this::apply);
      } while (!page.isEmpty());
    }

    private void apply(StoredRecord record) {
      after = record.changeSeq();
      seen.add(after);
      String key = record.connectionId() + "/" + record.externalId();
      if (record.isTombstone()) {
        replica.remove(key);
      } else {
        String title = SyncWorld.title(record.data());
        replica.put(key, title);
        order(key, title);
      }
    }

    /** What was written later has the higher number. */
    private void order(String key, String title) {
      edits += title.startsWith("Edit") ? 1 : 0;
      int round = title.startsWith("Title") ? 0 : Integer.parseInt(title.replaceAll("\\D", ""));
      Integer before = rounds.put(key, round);
      if (before != null && before > round) {
        outOfOrder.add("%s: %d after %d".formatted(key, round, before));
      }
    }
  }
}
