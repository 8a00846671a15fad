package dev.patchbay.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.metrics.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a plugin may do to the thread that calls it. */
@Timeout(30)
class PluginCallsTest {

  private static final int PLACES = 2;

  @AutoClose
  private final CallThreads threads = new CallThreads(Executors.defaultThreadFactory(), PLACES);

  private final PluginCalls calls =
      new PluginCalls(
          threads,
          new ConnectionGuards(Clock.systemUTC(), Duration.ofSeconds(1), Duration.ofMinutes(1)),
          new Patience(RetryPolicy.usual(), () -> 0, time -> {}),
          new Metrics(),
          Duration.ofMillis(1500));
  private final ReadyPlugin plugin = SamplePlugin.ready("sample");

  static List<Throwable> bugs() {
    return List.of(
        new IllegalStateException("token=hush"),
        new AssertionError("token=hush"),
        new NoClassDefFoundError("token=hush"),
        new OutOfMemoryError("token=hush"));
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void should_be_a_defect_that_tells_no_detail_when_the_plugin_throws(Throwable bug) {
    assertThatThrownBy(() -> calls.ask(plugin, "check", p -> sneaked(bug)))
        .isInstanceOf(PluginDefect.class)
        .hasCause(bug)
        .hasMessageContaining("sample")
        .hasMessageContaining(bug.getClass().getSimpleName())
        .hasMessageNotContaining("hush");
  }

  @Test
  void should_be_a_defect_when_the_plugin_recurses_without_end() {
    assertThatThrownBy(() -> calls.ask(plugin, "check", p -> recurse(0)))
        .isInstanceOf(PluginDefect.class)
        .hasCauseInstanceOf(StackOverflowError.class);
    assertThat(calls.<String>ask(plugin, "check", p -> "alive")).isEqualTo("alive");
  }

  @Test
  void should_pass_on_what_the_service_said() {
    var said = new Rejected("no");

    assertThatThrownBy(() -> calls.ask(plugin, "check", p -> sneaked(said))).isSameAs(said);
  }

  @Test
  void should_run_with_the_plugins_loader_and_put_the_callers_back() {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Supplier<ClassLoader> loader = () -> Thread.currentThread().getContextClassLoader();

    assertThat(calls.<ClassLoader>ask(plugin, "check", p -> loader.get()))
        .isSameAs(plugin.loader());
    assertThat(calls.<ClassLoader>compute(plugin, loader)).isSameAs(plugin.loader());
    assertThatThrownBy(() -> calls.compute(plugin, () -> sneaked(new Error())))
        .isInstanceOf(Error.class);
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void should_abandon_and_interrupt_the_call_when_it_does_not_come_back() throws Exception {
    var interrupted = new CountDownLatch(1);

    assertThatThrownBy(() -> calls.ask(plugin, "list events", p -> sleepUntil(interrupted)))
        .isInstanceOf(PluginDefect.class)
        .hasMessageContaining("did not come back from \"list events\"");

    interrupted.await();
    for (int i = 0; i < PLACES + 1; i++) {
      assertThat(calls.<String>ask(plugin, "check", p -> "alive")).isEqualTo("alive");
    }
  }

  @Test
  void should_hold_up_nobody_else_when_calls_of_a_plugin_never_end() {
    var end = new AtomicBoolean();
    for (int i = 0; i < PLACES; i++) {
      assertThatThrownBy(() -> calls.ask(plugin, "list events", p -> spinUntil(end)))
          .isInstanceOf(PluginDefect.class);
    }

    assertThatThrownBy(() -> calls.ask(plugin, "check", p -> "alive"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("has not come back from 2 calls");
    assertThat(calls.<String>ask(SamplePlugin.ready("other"), "check", p -> "alive"))
        .isEqualTo("alive");
    end.set(true);
  }

  @Test
  void should_interrupt_the_call_when_its_caller_is_interrupted() throws Exception {
    var started = new CountDownLatch(1);
    var interrupted = new CountDownLatch(1);
    var patient = new CallThreads(Executors.defaultThreadFactory(), PLACES);
    var outcome =
        new FutureTask<Throwable>(
            () ->
                org.assertj.core.api.Assertions.catchThrowable(
                    () ->
                        patient.run(
                            plugin.loader(),
                            "list events",
                            Duration.ofMinutes(1),
                            () -> {
                              started.countDown();
                              return sleepUntil(interrupted);
                            })));
    var caller = new Thread(outcome);
    caller.start();
    started.await();

    caller.interrupt();

    assertThat(outcome.get()).isInstanceOf(CancellationException.class);
    interrupted.await();
    patient.close();
  }

  @Test
  void should_forget_the_breakers_of_connections_that_rest() {
    var clock = new SettableClock();
    var guards = new ConnectionGuards(clock, Duration.ofSeconds(1), Duration.ofMinutes(15));
    var first = guards.of("con_1");
    clock.forward(Duration.ofMinutes(10));
    assertThat(guards.of("con_1")).isSameAs(first);
    Stream.of("con_2", "con_3").forEach(guards::of);
    assertThat(guards.size()).isEqualTo(3);

    clock.forward(Duration.ofMinutes(14));
    assertThat(guards.of("con_2")).isNotNull();
    clock.forward(Duration.ofMinutes(2));
    guards.of("con_2");

    assertThat(guards.size()).isEqualTo(3);
    clock.forward(Duration.ofMinutes(15));
    guards.of("con_2");
    assertThat(guards.size()).isEqualTo(1);
    assertThat(guards.of("con_1")).isNotSameAs(first);
  }

  private static int recurse(int depth) {
    return depth < Integer.MAX_VALUE ? recurse(depth + 1) + 1 : depth;
  }

  private static String sleepUntil(CountDownLatch interrupted) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupted.countDown();
    }
    return "interrupted";
  }

  private static String spinUntil(AtomicBoolean end) {
    while (!end.get()) {
      Thread.onSpinWait();
    }
    return "ended";
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> String sneaked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
