package dev.patchbay.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed while it renews tokens that can be renewed once: one is kept, of one the
 * service holds the answer back, of one the database the commit, and the other answers have just
 * been given; how many is said by {@code renewals.answered}. Nobody can bring back what was lost,
 * but each connection works or waits for a person, and none asks the service more than once again.
 */
class KilledRenewalIT {
  private static final String KEPT = "kept";
  private static final String UNANSWERED = "unanswered";
  private static final String UNCOMMITTED = "uncommitted";
  private static final List<String> ANSWERED =
      IntStream.range(0, Integer.getInteger("renewals.answered", 6))
          .mapToObj(number -> "answered-" + number)
          .toList();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final RotatingGoogle google = RotatingGoogle.start();
  private final PostgresDatabase database = PostgresDatabase.start();
  private PatchbayServer server;
  private RotatingCrm crm;
  private Map<String, String> connections;
  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
    threads.shutdownNow();
    database.close();
    google.close();
  }

  @Test
  void should_recover_or_ask_for_a_person_when_it_was_killed_between_answer_and_commit() {
    server =
        PatchbayServer.in(folder)
            .withPostgres(database)
            .withEnvironment("PATCHBAY_EGRESS_HOSTS", google.hostMap())
            .start();
    crm = RotatingCrm.setUp(server, google);
    connections = accounts().collect(toMap(Function.identity(), crm::connect));

    killInTheMiddle();
    server.start();

    CompletableFuture.allOf(
            accounts()
                .map(account -> CompletableFuture.runAsync(() -> settle(account), threads))
                .toArray(CompletableFuture[]::new))
        .join();
    accounts().forEach(this::assertNeverLoops);
    assertThat(lost()).contains(UNANSWERED, UNCOMMITTED).doesNotContain(KEPT);
    lost().forEach(this::assertToldOnceAndComesBack);
  }

  private void killInTheMiddle() {
    families().forEach(TokenFamily::endAccessToken);
    families().forEach(TokenFamily::hold);
    Map<String, Future<Answer>> checks =
        accounts().collect(toMap(Function.identity(), this::check));
    await(() -> families().allMatch(family -> family.calls() == 1), "every renewal is asked for");
    google.family(KEPT).release();
    await(checks.get(KEPT)::isDone, "one is renewed");
    try (HeldRow row = database.hold("credential", "connection_id", connections.get(UNCOMMITTED))) {
      google.family(UNCOMMITTED).release();
      await(() -> row.isWanted("sealed_grant"), "the answer waits to be kept");
      ANSWERED.stream().map(google::family).forEach(TokenFamily::release);
      google.family(ANSWERED.get(0)).awaitAnswered();
      server.kill();
      row.turnAway("sealed_grant");
      await(() -> !row.isWanted("sealed_grant"), "the database gives the dead server up");
    }
    google.family(UNANSWERED).release();
  }

  private Future<Answer> check(String account) {
    return threads.submit(() -> crm.check(connections.get(account)));
  }

  /** A lease of the dead process may have to run out first. */
  private void settle(String account) {
    await(() -> crm.check(connections.get(account)).status() == 200, account + " is settled");
  }

  private void assertNeverLoops(String account) {
    int calls = google.family(account).calls();
    String state = state(account);
    assertThat(calls).as("token calls of %s", account).isBetween(1, 2);
    assertThat(state).as(account).isIn("ACTIVE", "NEEDS_REAUTH");
    for (int i = 0; i < 5; i++) {
      assertThat(crm.pull(connections.get(account)).status())
          .as("a pull of %s, which is %s", account, state)
          .isEqualTo(state.equals("ACTIVE") ? 202 : 409);
    }
    assertThat(google.family(account).calls()).as("token calls of %s", account).isEqualTo(calls);
    System.out.printf("Killed, %s: %s after %d token calls%n", account, state, calls);
  }

  private void assertToldOnceAndComesBack(String account) {
    String id = connections.get(account);
    JsonNode told =
        server
            .admin()
            .get("/audit-events?action=connection.lost&target=" + id)
            .json()
            .path("items");
    assertThat(told).as(told.toString()).hasSize(1);
    assertThat(crm.reconnect(account, id)).isEqualTo(id);
    assertThat(crm.check(id).json().path("state").textValue()).isEqualTo("ACTIVE");
  }

  private List<String> lost() {
    return accounts().filter(account -> state(account).equals("NEEDS_REAUTH")).toList();
  }

  private String state(String account) {
    return crm.state(connections.get(account));
  }

  private Stream<TokenFamily> families() {
    return accounts().map(google::family);
  }

  private static Stream<String> accounts() {
    return Stream.concat(Stream.of(KEPT, UNANSWERED, UNCOMMITTED), ANSWERED.stream());
  }

  private static void await(BooleanSupplier condition, String what) {
    assertThat(Waiting.until(condition, 3, TimeUnit.MINUTES)).as(what).isTrue();
  }
}
