package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import dev.patchbay.host.record.Records;
import dev.patchbay.host.record.StoredRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class ChangeFeedTest {
  private static final int WRITERS = 4;
  private static final int ROUNDS = 12;

  @Parameter Dialect dialect;

  @Test
  void should_miss_no_change_when_many_write_and_one_follows_the_feed() throws Exception {
    LiveDatabase database = LiveDatabase.clean(dialect);
    List<SyncWorld> worlds =
        IntStream.range(0, WRITERS)
            .mapToObj(i -> new SyncWorld(database.source(), "con_" + i, Clock.systemUTC()))
            .toList();
    Follower follower = new Follower(new Records(worlds.get(0).database));
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
    CompletableFuture<?> writing =
        CompletableFuture.allOf(
            worlds.stream()
                .map(world -> CompletableFuture.runAsync(() -> write(world), threads))
                .toArray(CompletableFuture[]::new));
    CompletableFuture<?> following =
        CompletableFuture.runAsync(() -> follower.followUntil(writing), threads);

    following.get(60, TimeUnit.SECONDS);
    writing.get();
    threads.shutdown();

    Map<String, String> truth = new TreeMap<>();
    worlds.forEach(
        world ->
            world.titles().forEach((id, title) -> truth.put(world.connection + "/" + id, title)));
    assertThat(follower.replica).isEqualTo(truth);
    assertThat(truth).hasSizeGreaterThan(WRITERS * 40);
    assertThat(follower.seen).isSorted().doesNotHaveDuplicates();
    worlds.forEach(SyncWorld::close);
  }

  private static void write(SyncWorld world) {
    FakeService service = new FakeService().put("home", 0, 40);
    for (int round = 0; round < ROUNDS; round++) {
      service.put("home", FakeService.id(round), "Round " + round);
      service.put("home", "new" + round, "New in round " + round);
      service.remove("home", FakeService.id(20 + round / 2));
      world.pull(service);
    }
  }

  /** Keeps a copy of all records by nothing but the feed. */
  private static final class Follower {
    private final Records records;
    private final Map<String, String> replica = new TreeMap<>();
    private final List<Long> seen = new ArrayList<>();
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
        page = records.changes(SyncWorld.TENANT, after, null, 7);
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
        replica.put(key, SyncWorld.title(record.data()));
      }
    }
  }
}
