package dev.patchbay.system;

import static dev.patchbay.system.StoppedAt.after;
import static dev.patchbay.system.StoppedAt.before;
import static dev.patchbay.system.StoppedAt.unanswered;
import static dev.patchbay.system.StoppedAt.unheard;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real server that is killed at every step of a push and a pull. Many syncs, each in a tenant of
 * its own, are stopped at one step each, by the service or by PostgreSQL; then one SIGKILL meets
 * them all. How often is said by {@code sync.kills}.
 */
class KilledSyncIT {
  private static final int ROUNDS = Integer.getInteger("sync.kills", 1);
  private static final int PARTS = 2;
  private static final String EVENTS = "/events";
  private static final String EVENT = "/events/*";
  private static final Pattern STEPS = Pattern.compile("(?m)^\\| ((?:`[A-Z_]+`(?:, )?)+) \\|");

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final SharedSandbox sandbox = SharedSandbox.start(null);
  private final PostgresDatabase database = PostgresDatabase.start();
  private final Set<String> steps = new TreeSet<>();
  private PatchbayServer server;
  @TempDir Path folder;

  @AfterEach
  void close() throws Exception {
    server.close();
    threads.shutdownNow();
    database.close();
    sandbox.close();
  }

  @Test
  void should_lose_and_double_nothing_when_killed_at_any_step() throws IOException {
    server =
        PatchbayServer.in(folder)
            .withPostgres(database)
            .withEnvironment("PATCHBAY_EGRESS_HOSTS", sandbox.hostMap())
            .withJavaOption("-Dpatchbay.sync.threads=40")
            .start();

    for (int round = 1; round <= ROUNDS; round++) {
      for (int part = 0; part < PARTS; part++) {
        killAtAllOf(part, round);
      }
    }

    assertThat(steps).as("steps that were met").containsAll(documented());
    assertThat(sandbox.client().notifications()).as("mails to invitees").isZero();
  }

  private void killAtAllOf(int part, int round) {
    List<KilledSync> all = cases();
    List<KilledSync> these =
        IntStream.range(0, all.size()).filter(i -> i % PARTS == part).mapToObj(all::get).toList();
    these.forEach(
        one -> one.makeTenant(server, sandbox, "k%d-%d".formatted(round, all.indexOf(one))));
    each(these, KilledSync::prepare);
    these.forEach(KilledSync::arm);
    each(these, KilledSync::begin);
    these.forEach(KilledSync::awaitStop);
    these.forEach(KilledSync::requireStopped);
    server.kill();
    these.forEach(KilledSync::afterDeath);
    server.start();
    each(these, KilledSync::judge);
    these.forEach(one -> steps.add(one.step()));
  }

  private void each(List<KilledSync> these, Consumer<KilledSync> what) {
    these.stream()
        .map(one -> CompletableFuture.runAsync(() -> what.accept(one), threads))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private List<KilledSync> cases() {
    List<KilledSync> cases = new ArrayList<>();
    for (SyncWork work : List.of(SyncWork.CREATE, SyncWork.PATCH, SyncWork.DELETE)) {
      String method = work == SyncWork.CREATE ? "POST" : work.name();
      String path = work == SyncWork.CREATE ? EVENTS : EVENT;
      String sending = "new.state = 'SENDING'";
      both(cases, "MARKED", work, "edit", "UPDATE", sending);
      cases.add(new KilledSync("MARKED", "the service has not heard", work, unheard(method, path)));
      cases.add(new KilledSync("ANSWERED", "the answer is lost", work, unanswered(method, path)));
      cases.add(rolledBack("ANSWERED", work, "edit", "DELETE", "true"));
      cases.add(committed("SETTLED", work, "edit", "DELETE", "true"));
    }
    for (SyncWork work : List.of(SyncWork.PATCH_OF_ANOTHER_VERSION, SyncWork.PATCH_OF_MOVED)) {
      String merged = "old.state = 'SENDING' AND new.state = 'WAITING'";
      cases.add(new KilledSync("MARKED", "before it is read again", work, unheard("GET", EVENT)));
      cases.add(rolledBack("REREAD", work, "edit", "UPDATE", merged));
      cases.add(committed("MERGED_AGAIN", work, "edit", "UPDATE", merged));
    }
    cases.add(new KilledSync("PULL", "before a page", SyncWork.PULL, unheard("GET", EVENTS)));
    cases.add(new KilledSync("PULL", "the page is lost", SyncWork.PULL, unanswered("GET", EVENTS)));
    both(cases, "PULLED", SyncWork.FIRST_PULL, "record", "INSERT", "true");
    both(
        cases,
        "PULLED",
        SyncWork.PULL_OF_DELETION,
        "record",
        "UPDATE",
        "new.deleted_at IS NOT NULL");
    both(
        cases,
        "PULL_COMPLETE",
        SyncWork.PULL_OF_MOVED,
        "record",
        "UPDATE",
        "new.collection_id <> old.collection_id");
    both(
        cases,
        "PULL_COMPLETE",
        SyncWork.PULL,
        "collection",
        "UPDATE",
        "new.last_synced_at IS DISTINCT FROM old.last_synced_at");
    cases.add(KilledSync.ofUnknownOutcome(unanswered("POST", EVENTS)));
    return cases;
  }

  private void both(
      List<KilledSync> cases, String step, SyncWork work, String table, String event, String when) {
    cases.add(rolledBack(step, work, table, event, when));
    cases.add(committed(step, work, table, event, when));
  }

  private KilledSync rolledBack(
      String step, SyncWork work, String table, String event, String when) {
    Function<SyncedCalendar, StoppedAt> place = before(database, table, event, when);
    return new KilledSync(step, "the commit is lost", work, place);
  }

  private KilledSync committed(
      String step, SyncWork work, String table, String event, String when) {
    Function<SyncedCalendar, StoppedAt> place = after(database, table, event, when);
    return new KilledSync(step, "committed", work, place);
  }

  /** The steps as the guide names them. */
  private static Set<String> documented() throws IOException {
    String guide = Files.readString(Path.of("..", "docs", "sync.md"));
    return STEPS
        .matcher(guide)
        .results()
        .flatMap(row -> Pattern.compile(", ").splitAsStream(row.group(1)))
        .map(name -> name.replace("`", ""))
        .collect(Collectors.toSet());
  }
}
