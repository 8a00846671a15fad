package dev.patchbay.host.operation;

import static dev.patchbay.host.operation.OperationWorld.TENANT;
import static dev.patchbay.host.operation.OperationWorld.everything;
import static dev.patchbay.host.operation.OperationWorld.exchange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.fixture.OnBothDatabases;
import dev.patchbay.host.persistence.Dialect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnBothDatabases
class OperationLogTest {

  @Parameter Dialect dialect;
  private OperationWorld world;

  @BeforeEach
  void start() {
    world = new OperationWorld(dialect);
  }

  @Test
  void should_tell_everything_about_an_exchange_but_its_content() {
    Instant end = world.clock.instant();
    world.failure("con_1", "Unavailable");

    assertThat(world.written())
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.at()).isEqualTo(end.minusMillis(20));
              assertThat(operation.plugin()).isEqualTo("sample");
              assertThat(operation.connectionId()).isEqualTo("con_1");
              assertThat(operation.runId()).isEqualTo("run_1");
              assertThat(operation.callId()).isEqualTo("cal_1");
              assertThat(operation.path()).isEqualTo("/v1/things");
              assertThat(operation.status()).isEqualTo(503);
              assertThat(operation.category()).isEqualTo("Unavailable");
              assertThat(operation.milliseconds()).isEqualTo(20);
              assertThat(operation.bytes()).isEqualTo(5);
            });
  }

  @Test
  void should_keep_all_failures_and_some_successes_and_count_both() {
    for (int i = 0; i < 1000; i++) {
      world.success("con_busy");
      world.failure("con_busy", "RateLimited");
    }
    world.success("con_calm");

    List<OperationSummary> kept = world.written();
    world.clock.advance(Duration.ofMinutes(1));
    world.writer.write();

    assertThat(kept).filteredOn(o -> "RateLimited".equals(o.category())).hasSize(1000);
    assertThat(kept)
        .filteredOn(o -> o.category() == null && o.connectionId().equals("con_busy"))
        .hasSize(20);
    assertThat(kept).filteredOn(o -> o.connectionId().equals("con_calm")).hasSize(1);
    assertThat(world.operations.counts(everything(TENANT)))
        .containsExactlyInAnyOrder(
            new OperationCount("sample", "con_busy", null, 1000, 20_000, 5000),
            new OperationCount("sample", "con_busy", "RateLimited", 1000, 20_000, 5000),
            new OperationCount("sample", "con_calm", null, 1, 20, 5));
  }

  @Test
  void should_sample_anew_when_the_next_minute_begins() {
    for (int i = 0; i < 50; i++) {
      world.success("con_1");
    }
    world.clock.advance(Duration.ofMinutes(1));
    world.success("con_1");

    assertThat(world.written()).hasSize(11);
  }

  @Test
  void should_drop_successes_first_and_never_wait_when_the_database_is_slow() {
    for (int i = 0; i < 9_000; i++) {
      world.success("con_" + i);
    }
    assertThat(world.metrics.droppedOperations()).isEqualTo(1500);
    for (int i = 0; i < 3_000; i++) {
      world.failure("con_1", "Unavailable");
    }

    assertThat(world.metrics.droppedOperations()).isEqualTo(2000);
    List<OperationSummary> kept = world.written();
    assertThat(kept).hasSize(10_000);
    assertThat(kept).filteredOn(o -> o.category() != null).hasSize(2500);
  }

  @Test
  void should_write_later_what_the_database_did_not_take() {
    world.failure("con_1", "Unavailable");
    world.databaseIsAway = true;
    world.clock.advance(Duration.ofMinutes(1));
    world.writer.write();
    world.failure("con_1", "RateLimited");
    world.databaseIsAway = false;

    assertThat(world.written())
        .extracting(OperationSummary::category)
        .containsExactlyInAnyOrder("Unavailable", "RateLimited");
    world.clock.advance(Duration.ofMinutes(1));
    world.writer.write();
    assertThat(world.operations.counts(everything(TENANT)))
        .extracting(OperationCount::exchanges)
        .containsExactly(1L, 1L);
  }

  @Test
  void should_lose_only_the_batch_that_no_database_can_take() {
    world.log.add(exchange(TENANT, "con_" + "x".repeat(60), 200, ""));
    world.writer.write();
    world.success("con_1");

    assertThat(world.written()).extracting(OperationSummary::connectionId).containsExactly("con_1");
  }

  @Test
  void should_write_and_count_what_waits_when_the_server_stops() {
    world.success("con_1");
    world.writer.close();

    assertThat(world.operations.list(everything(TENANT), "", 10)).hasSize(1);
    assertThat(world.operations.counts(everything(TENANT))).hasSize(1);
  }

  @Test
  void should_forget_what_is_older_than_a_week() {
    world.success("con_old");
    world.writer.close();
    world.clock.advance(Duration.ofDays(7));
    world.success("con_new");
    world.writer.close();
    world.clock.advance(Duration.ofSeconds(30));
    world.writer.forget();

    assertThat(world.written())
        .extracting(OperationSummary::connectionId)
        .containsExactly("con_new");
    assertThat(world.operations.counts(everything(TENANT))).hasSize(1);
  }

  @Test
  void should_keep_the_log_of_one_tenant_from_another() {
    world.success("con_1");
    world.log.add(exchange("ten_2", "con_2", 200, ""));
    world.writer.close();

    assertThat(world.written()).extracting(OperationSummary::connectionId).containsExactly("con_1");
    assertThat(world.operations.counts(everything("ten_2")))
        .extracting(OperationCount::connectionId)
        .containsExactly("con_2");
  }

  @Test
  void should_keep_nothing_of_an_exchange_that_belongs_to_no_tenant() {
    world.log.add(exchange("", "", 503, "Unavailable"));

    assertThat(world.written()).isEmpty();
    assertThat(world.operations.list(everything(""), "", 10)).isEmpty();
  }

  @Test
  void should_show_only_what_was_asked_for() {
    world.failure("con_1", "Unavailable");
    world.clock.advance(Duration.ofHours(1));
    Instant later = world.clock.instant().minusSeconds(1);
    world.failure("con_1", "RateLimited");
    world.failure("con_2", "RateLimited");
    world.writer.write();

    assertThat(asked("con_1", null, null, null)).containsExactly("RateLimited", "Unavailable");
    assertThat(asked(null, "Unavailable", null, null)).containsExactly("Unavailable");
    assertThat(asked("con_1", null, later, null)).containsExactly("RateLimited");
    assertThat(asked(null, null, null, later)).containsExactly("Unavailable");
  }

  @Test
  void should_show_each_operation_once_when_a_list_is_paged() {
    for (int i = 0; i < 25; i++) {
      world.failure("con_" + i, "Unavailable");
      world.clock.advance(Duration.ofMillis(1));
    }
    world.writer.write();
    var seen = new ArrayList<String>();
    String before = "";
    List<OperationSummary> page;
    do {
      page = world.operations.list(everything(TENANT), before, 10);
      page.forEach(operation -> seen.add(operation.connectionId()));
      before = page.isEmpty() ? "" : page.get(page.size() - 1).id();
    } while (!page.isEmpty());

    assertThat(seen).hasSize(25).doesNotHaveDuplicates().startsWith("con_24").endsWith("con_0");
  }

  private List<String> asked(String connection, String category, Instant from, Instant to) {
    var query =
        new OperationQuery(
            TENANT,
            Optional.ofNullable(connection),
            Optional.empty(),
            Optional.ofNullable(category),
            Optional.ofNullable(from),
            Optional.ofNullable(to));
    return world.operations.list(query, "", 10).stream().map(OperationSummary::category).toList();
  }
}
