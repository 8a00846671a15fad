package dev.patchbay.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A large first pull, killed in the middle, on both databases. How large is said by {@code
 * first-pull.events}, 100,000 by default.
 */
class FirstPullIT {
  private static final int EVENTS = Integer.getInteger("first-pull.events", 100_000);
  private static final String ACCOUNT = "grace@sandbox.example";

  @TempDir Path folder;

  @Test
  void should_bring_every_event_once_when_killed_in_the_middle_on_h2() {
    try (PatchbayServer server = PatchbayServer.in(folder).withSandbox().start()) {
      pullKilledInTheMiddle(server);
    }
  }

  @Test
  void should_bring_every_event_once_and_then_write_nothing_on_postgresql() {
    try (PostgresDatabase database = PostgresDatabase.start();
        PatchbayServer server =
            PatchbayServer.in(folder).withPostgres(database).withSandbox().start()) {
      Crm crm = pullKilledInTheMiddle(server);

      should_write_no_record_when_nothing_changed(crm, database);
      should_bring_one_changed_event_alone(crm, server);
    }
  }

  private Crm pullKilledInTheMiddle(PatchbayServer server) {
    server.sandbox().addAccount(ACCOUNT);
    server.sandbox().generateEvents(ACCOUNT, EVENTS);
    Crm crm = new Crm(server);
    String connection = crm.connect("google-calendar", ACCOUNT);
    Waiting.until(() -> processed(crm, connection) >= EVENTS / 5, 5, TimeUnit.MINUTES);

    server.kill();
    server.start();
    crm.signInAgain();
    int kept = crm.rest().get("/connections/" + connection).json().at("/records/event").asInt();
    JsonNode run = crm.finishedRun(connection);

    assertThat(kept).as("kept by the kill").isBetween(EVENTS / 5, EVENTS - 1);
    assertThat(run.path("success").booleanValue()).as(run.toString()).isTrue();
    assertThat(run.path("created").asInt() + run.path("unchanged").asInt())
        .as("resumed, not started again: %s", run)
        .isLessThan(EVENTS + EVENTS / 5);
    assertThat(crm.rest().get("/connections/" + connection).json().at("/records/event").asInt())
        .isEqualTo(EVENTS);
    List<JsonNode> changes = crm.changesAfter("0");
    assertThat(changes)
        .hasSize(EVENTS)
        .allMatch(change -> change.at("/kind").asText().equals("upsert"));
    assertThat(ids(changes, "/record/externalId").distinct()).hasSize(EVENTS);
    assertThat(ids(changes, "/record/id").distinct()).hasSize(EVENTS);
    return crm;
  }

  private static int processed(Crm crm, String connection) {
    return crm.latestRun(connection).path("itemsProcessed").asInt();
  }

  private static Stream<String> ids(List<JsonNode> changes, String pointer) {
    return changes.stream().map(change -> change.at(pointer).textValue());
  }

  private static void should_write_no_record_when_nothing_changed(
      Crm crm, PostgresDatabase database) {
    String connection = connection(crm);
    long before = database.rowsWritten("record", "change_counter");

    JsonNode incremental = crm.pull(connection);
    JsonNode complete = crm.pullEverything(connection);

    assertThat(incremental.path("success").booleanValue()).as(incremental.toString()).isTrue();
    assertThat(complete.path("unchanged").asInt()).as(complete.toString()).isEqualTo(EVENTS);
    assertThat(database.rowsWritten("record", "change_counter")).isEqualTo(before);
  }

  private static void should_bring_one_changed_event_alone(Crm crm, PatchbayServer server) {
    List<JsonNode> all = crm.changesAfter("0");
    String place = all.get(all.size() - 1).path("seq").asText();
    server
        .sandbox()
        .putEvent(
            ACCOUNT,
            "lunch1",
            Map.of(
                "summary", "Lunch with Charles",
                "start", Map.of("dateTime", "2026-12-01T12:00:00+01:00"),
                "end", Map.of("dateTime", "2026-12-01T13:00:00+01:00")));

    crm.pull(connection(crm));

    assertThat(crm.changesAfter(place))
        .singleElement()
        .extracting(change -> change.at("/record/data/title").textValue())
        .isEqualTo("Lunch with Charles");
  }

  private static String connection(Crm crm) {
    return crm.rest().get("/connections").json().at("/items/0/id").textValue();
  }
}
