package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again, at moments that nobody chose, while it pulls and while
 * it is administered. How often is said by {@code kill.cycles}, and {@code kill.seed} repeats the
 * moments of a run that failed.
 */
class KillCyclesIT {
  private static final int CYCLES = Integer.getInteger("kill.cycles", 1);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime());
  private static final int EVENTS_PER_CYCLE = Math.min(20_000, 100_000 / CYCLES);
  private static final int LONGEST_LIFE_SECONDS = 8;
  private static final int LONGEST_START_SECONDS = 20;
  private static final String ACCOUNT = "grace@sandbox.example";

  private final Random random = new Random(SEED);
  private final Set<String> acknowledged = new HashSet<>();
  private String connection;
  @TempDir Path folder;

  @Test
  void should_start_and_keep_what_it_acknowledged_on_h2() {
    try (PatchbayServer server = PatchbayServer.in(folder).withSandbox().start()) {
      survive(server);
    }
  }

  @Test
  void should_start_and_keep_what_it_acknowledged_on_postgresql() {
    try (PostgresDatabase database = PostgresDatabase.start();
        PatchbayServer server =
            PatchbayServer.in(folder).withPostgres(database).withSandbox().start()) {
      survive(server);
    }
  }

  private void survive(PatchbayServer server) {
    server.sandbox().addAccount(ACCOUNT);
    connection = new Crm(server).connect("google-calendar", ACCOUNT);
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      workUntilKilled(server);
      if (random.nextBoolean()) {
        server.launch();
        server.killWithin(random.nextInt(LONGEST_START_SECONDS * 1000));
      }
      server.start();
      assertThat(apiKeys(server)).as("cycle %d of seed %d", cycle, SEED).containsAll(acknowledged);
      System.out.printf(
          "Cycle %d of %d: %d acknowledged keys are there%n", cycle, CYCLES, acknowledged.size());
    }
    assertEveryEventIsThereOnce(server);
  }

  private void workUntilKilled(PatchbayServer server) {
    RestClient admin = server.admin();
    server.sandbox().generateEvents(ACCOUNT, EVENTS_PER_CYCLE);
    admin.post("/connections/" + connection + "/syncs", Map.of("direction", "pull"));
    CompletableFuture<Void> work = CompletableFuture.runAsync(() -> makeKeys(admin));
    server.killWithin(random.nextInt(LONGEST_LIFE_SECONDS * 1000));
    work.join();
  }

  /** Makes keys until the server answers no more. */
  private void makeKeys(RestClient admin) {
    try {
      for (int i = 0; ; i++) {
        String name = "key-%d-%d".formatted(acknowledged.size(), i);
        Answer answer = admin.post("/api-keys", Map.of("name", name));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        acknowledged.add(answer.json().path("id").textValue());
      }
    } catch (UncheckedIOException killed) {
      assertThat(acknowledged).as("it was killed: %s", killed).isNotNull();
    }
  }

  private static Set<String> apiKeys(PatchbayServer server) {
    RestClient admin = server.admin();
    Set<String> ids = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page = admin.get("/api-keys?limit=500" + cursor).json();
      page.path("items").forEach(key -> ids.add(key.path("id").textValue()));
      cursor = page.has("next") ? "&cursor=" + page.path("next").textValue() : "";
    } while (!cursor.isEmpty());
    return ids;
  }

  private void assertEveryEventIsThereOnce(PatchbayServer server) {
    Crm crm = new Crm(server);
    crm.finishedRun(connection);
    JsonNode run = crm.pull(connection);
    assertThat(run.path("success").booleanValue()).as(run.toString()).isTrue();
    int events = CYCLES * EVENTS_PER_CYCLE;
    assertThat(crm.rest().get("/connections/" + connection).json().at("/records/event").asInt())
        .isEqualTo(events);
    List<JsonNode> changes = crm.changesAfter("0");
    assertThat(changes).hasSize(events);
    assertThat(changes.stream().map(change -> change.at("/record/externalId").textValue()))
        .doesNotHaveDuplicates();
  }
}
