package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand connections that began or failed together must not come back together. */
class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final int CONNECTIONS = 1_000;

  private final Pace pace =
      new Pace(Duration.ofMinutes(5), Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));

  /** How many of them are due in each second from now on. */
  private static Map<Long, Long> perSecond(IntFunction<Instant> due) {
    return IntStream.range(0, CONNECTIONS)
        .mapToObj(due)
        .map(time -> Duration.between(NOW, time).toSeconds())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void should_spread_regular_syncs_over_a_fifth_of_the_interval() {
    Map<Long, Long> due = perSecond(connection -> pace.regular());

    assertThat(due.keySet()).allMatch(second -> second >= 270 && second <= 330);
    assertThat(due).as("seconds in which some are due").hasSizeGreaterThan(55);
    assertThat(due.values()).as("due in one second").allMatch(number -> number < 45);
  }

  @Test
  void should_spread_retries_over_a_wait_that_doubles() {
    for (int attempts = 1; attempts <= 5; attempts++) {
      int failures = attempts;
      long longest = 1 + 10L * (1L << (attempts - 1));
      Map<Long, Long> due = perSecond(connection -> pace.retry(failures));

      assertThat(due.keySet()).allMatch(second -> second >= 1 && second <= longest);
      assertThat(due).as("after %d failures", attempts).hasSizeGreaterThanOrEqualTo(attempts * 9);
    }
  }
}
