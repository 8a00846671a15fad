package dev.patchbay.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.McpClient;
import dev.patchbay.api.error.CursorExpired;
import dev.patchbay.api.error.IntegrationException;
import dev.patchbay.api.error.RateLimited;
import dev.patchbay.api.error.ReauthorizationNeeded;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.api.error.VersionConflict;
import dev.patchbay.host.egress.Departures;
import dev.patchbay.host.fixture.SettableClock;
import dev.patchbay.host.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionCallsTest {

  @AutoClose
  private final CallThreads threads = new CallThreads(Executors.defaultThreadFactory(), 4);

  private final List<Duration> waits = new ArrayList<>();
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private final ReadyPlugin plugin = SamplePlugin.ready("sample");
  private final Departures departures = new Departures();
  private final SettableClock clock = new SettableClock();
  private double random = 1;
  private int calls;
  private PluginCalls pluginCalls = openFor(Duration.ofMinutes(10));

  @Test
  void should_return_what_the_plugin_returns() {
    assertThat(on("con_1").<String>read("check", client -> client.check().id())).isEqualTo("con_1");
    assertThat(on("con_1").<String>write("check", client -> client.check().id()))
        .isEqualTo("con_1");
  }

  @Test
  void should_repeat_a_read_with_growing_waits_when_the_service_is_down() {
    failTimes(3, () -> new Unavailable("down"));

    assertThat(on("con_1").read("list events", this::call)).isEqualTo("done");
    assertThat(waits).containsExactly(millis(500), millis(1000), millis(2000));
  }

  @Test
  void should_wait_anything_up_to_the_bound_when_it_repeats() {
    random = 0.25;
    failTimes(2, () -> new Unavailable("down"));

    on("con_1").read("list events", this::call);

    assertThat(waits).containsExactly(millis(125), millis(250));
  }

  @Test
  void should_tell_the_failure_when_the_service_stays_down() {
    failTimes(9, () -> new Unavailable("down"));

    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOf(Unavailable.class)
        .hasMessage("down");
    assertThat(calls).isEqualTo(4);
  }

  @Test
  void should_wait_before_the_next_call_when_the_service_asked_the_connection_to() {
    failures.add(new RateLimited("slow down", Duration.ofSeconds(31)));
    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOf(RateLimited.class);
    clock.advance(Duration.ofSeconds(10));

    assertThat(on("con_2").read("list events", this::call)).isEqualTo("done");
    assertThat(waits).isEmpty();
    assertThat(on("con_1").read("list events", this::call)).isEqualTo("done");
    assertThat(waits).containsExactly(Duration.ofSeconds(21));
    clock.advance(Duration.ofSeconds(21));
    assertThat(on("con_1").read("list events", this::call)).isEqualTo("done");
    assertThat(waits).hasSize(1);
  }

  @Test
  void should_let_other_calls_pass_when_only_one_kind_of_request_is_limited() {
    failures.add(RateLimited.onlyFor("users.list", "slow down", Duration.ofSeconds(31)));
    assertThatThrownBy(() -> on("con_1").read("list people", this::call))
        .isInstanceOf(RateLimited.class);

    assertThat(on("con_1").write("send-message", this::call)).isEqualTo("done");
    assertThat(waits).isEmpty();
  }

  @Test
  void should_not_ask_the_service_when_it_wants_to_be_left_alone_for_long() {
    failures.add(new RateLimited("slow down", Duration.ofHours(1)));
    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOf(RateLimited.class);
    clock.advance(Duration.ofMinutes(20));
    on("con_2").read("list events", this::call);
    calls = 0;

    assertThatThrownBy(() -> on("con_1").write("create event", this::call))
        .isInstanceOfSatisfying(
            RateLimited.class, e -> assertThat(e.retryAfter()).contains(Duration.ofMinutes(40)));
    assertThat(calls).isZero();
    clock.advance(Duration.ofMinutes(40));
    assertThat(on("con_1").read("list events", this::call)).isEqualTo("done");
  }

  @Test
  void should_wait_exactly_what_the_service_asks_when_there_is_a_limit() {
    failures.add(new RateLimited("slow down", Duration.ofSeconds(7)));
    failures.add(new RateLimited("slow down", Duration.ofSeconds(30)));

    assertThat(on("con_1").read("list events", this::call)).isEqualTo("done");
    assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30));
  }

  @Test
  void should_repeat_a_write_when_the_service_turned_it_away_for_a_limit() {
    failures.add(new RateLimited("slow down", Duration.ofSeconds(1)));

    assertThat(on("con_1").write("create event", this::call)).isEqualTo("done");
  }

  @Test
  void should_back_off_when_the_service_does_not_say_how_long() {
    failTimes(2, () -> new RateLimited("slow down"));

    on("con_1").read("list events", this::call);

    assertThat(waits).containsExactly(millis(500), millis(1000));
  }

  @Test
  void should_tell_the_limit_when_the_service_asks_for_too_long_a_wait() {
    failures.add(new RateLimited("slow down", Duration.ofSeconds(31)));

    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOfSatisfying(
            RateLimited.class, e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(31)));
    assertThat(waits).isEmpty();
  }

  @Test
  void should_refresh_once_and_repeat_when_the_credential_is_old() {
    var refreshes = new ArrayList<String>();
    failures.add(new ReauthorizationNeeded("token expired"));

    String result =
        on("con_1").refreshing(() -> refreshes.add("refreshed")).read("list events", this::call);

    assertThat(result).isEqualTo("done");
    assertThat(refreshes).hasSize(1);
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void should_ask_for_consent_when_the_refreshed_credential_is_refused_too() {
    var refreshes = new ArrayList<String>();
    failTimes(2, () -> new ReauthorizationNeeded("token refused"));

    assertThatThrownBy(
            () ->
                on("con_1")
                    .refreshing(() -> refreshes.add("refreshed"))
                    .write("create event", this::call))
        .isInstanceOf(ReauthorizationNeeded.class);
    assertThat(refreshes).hasSize(1);
  }

  @Test
  void should_ask_for_consent_when_the_credential_cannot_be_refreshed() {
    failTimes(1, () -> new ReauthorizationNeeded("token expired"));
    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOf(ReauthorizationNeeded.class);

    failTimes(1, () -> new ReauthorizationNeeded("token expired"));
    assertThatThrownBy(
            () ->
                on("con_1")
                    .refreshing(
                        () -> {
                          throw new ReauthorizationNeeded("grant revoked");
                        })
                    .read("list events", this::call))
        .isInstanceOf(ReauthorizationNeeded.class)
        .hasMessage("grant revoked");
  }

  @Test
  void should_tell_at_once_when_repeating_would_not_help() {
    for (IntegrationException failure :
        List.of(new Rejected("no"), new VersionConflict("changed"), new CursorExpired("gone"))) {
      calls = 0;
      failures.add(failure);
      assertThatThrownBy(() -> on("con_1").read("list events", this::call)).isSameAs(failure);
      assertThat(calls).isEqualTo(1);
    }
  }

  @Test
  void should_not_repeat_when_the_plugin_is_broken() {
    failures.add(new IllegalStateException("oops"));

    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOf(PluginDefect.class);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void should_leave_the_service_alone_when_one_connection_fails_again_and_again() {
    failTimes(8, () -> new Unavailable("down"));
    for (int i = 0; i < 8; i++) {
      assertThatThrownBy(() -> on("con_1").write("create event", this::send)).hasMessage("down");
    }

    assertThatThrownBy(() -> on("con_1").read("list events", this::call))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("left alone");
    assertThat(calls).isEqualTo(8);
    assertThat(waits).isEmpty();
    assertThat(on("con_2").read("list events", this::call)).isEqualTo("done");
  }

  @Test
  void should_try_the_service_again_when_the_breaker_was_open_long_enough() {
    pluginCalls = openFor(Duration.ofMillis(20));
    failTimes(8, () -> new Unavailable("down"));
    for (int i = 0; i < 8; i++) {
      assertThatThrownBy(() -> on("con_1").write("create event", this::send))
          .isInstanceOf(Unavailable.class);
    }

    String result = null;
    while (result == null) {
      try {
        result = on("con_1").write("create event", this::send);
      } catch (Unavailable stillOpen) {
        Thread.onSpinWait();
      }
    }

    assertThat(result).isEqualTo("done");
    assertThat(on("con_1").write("create event", this::call)).isEqualTo("done");
  }

  @Test
  void should_give_up_when_its_caller_is_interrupted_while_it_waits() {
    var impatient =
        new PluginCalls(
            threads,
            new ConnectionGuards(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofMinutes(1)),
            new Patience(
                RetryPolicy.usual(),
                () -> random,
                time -> {
                  throw new InterruptedException();
                }),
            new Metrics(),
            Duration.ofSeconds(10));
    failTimes(1, () -> new Unavailable("down"));

    assertThatThrownBy(
            () ->
                impatient
                    .on(plugin, SamplePlugin.connection("con_1"), new Departures())
                    .read("list events", this::call))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private PluginCalls openFor(Duration time) {
    return new PluginCalls(
        threads,
        new ConnectionGuards(clock, time, Duration.ofMinutes(15)),
        new Patience(RetryPolicy.usual(), () -> random, waits::add),
        new Metrics(),
        Duration.ofSeconds(20));
  }

  private ConnectionCalls on(String connection) {
    return pluginCalls.on(plugin, SamplePlugin.connection(connection), departures);
  }

  /** What left may have arrived, so that it is not repeated. */
  private String send(McpClient client) {
    departures.left("POST");
    return call(client);
  }

  private String call(McpClient client) {
    calls++;
    RuntimeException failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
    return "done";
  }

  private void failTimes(int times, Supplier<RuntimeException> failure) {
    for (int i = 0; i < times; i++) {
      failures.add(failure.get());
    }
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
