package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.merge.Policy;
import dev.patchbay.host.persistence.Dialect;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Data;
import net.jqwik.api.ForAll;
import net.jqwik.api.FromData;
import net.jqwik.api.Property;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple3;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever both sides edit in whatever order, and wherever a sync dies: once edits stop, both sides
 * are equal, nothing is lost without a word, nothing is doubled, and one more sync writes nothing.
 */
class ConvergenceTest {
  private static final int HISTORIES = Integer.getInteger("sync.histories", 200);
  private static final long SEED = Long.getLong("sync.seed", System.nanoTime());
  private static final int GENERATED_AT_ONCE = 1_000;

  @Data
  Iterable<Tuple3<Dialect, Policy, List<Act>>> histories() {
    Arbitrary<Tuple3<Dialect, Policy, List<Act>>> any =
        Combinators.combine(
                Arbitraries.of(Dialect.H2, Dialect.H2, Dialect.H2, Dialect.POSTGRESQL),
                Arbitraries.frequency(
                    Tuple.of(2, Policy.LATEST_WINS),
                    Tuple.of(2, Policy.REMOTE_WINS),
                    Tuple.of(2, Policy.CRM_WINS),
                    Tuple.of(1, Policy.ASK)),
                Act.any().list().ofMinSize(3).ofMaxSize(14))
            .as(Tuple::of);
    Random random = new Random(SEED);
    var generator = any.generator(GENERATED_AT_ONCE);
    return () -> Stream.generate(() -> generator.next(random).value()).limit(HISTORIES).iterator();
  }

  @Property
  @FromData("histories")
  void should_converge_whatever_happens(
      @ForAll Dialect dialect, @ForAll Policy policy, @ForAll List<Act> acts) {
    History.requireConvergence(dialect, policy, acts);
    Happened.count("histories");
  }

  /** The report says what was tried; a history of nothing would converge as well. */
  @AfterContainer
  static void report() {
    System.out.println("Histories from seed " + SEED + ": " + Happened.report());
    requireOneIn(3, "merges");
    requireOneIn(4, "crashes");
    requireOneIn(4, "answers lost");
    requireOneIn(5, "moves");
    requireOneIn(8, "moves by the CRM");
    requireOneIn(15, "410s");
    requireOneIn(12, "conflicts won by CRM");
    requireOneIn(12, "conflicts won by SERVICE");
    requireOneIn(100, "conflicts won by OPEN");
    requireOneIn(30, "takeovers");
    requireOneIn(30, "edits during a sync");
    requireOneIn(60, "moves during a sync");
    requireOneIn(30, "clock jumps");
    requireOneIn(100, "notifications during a sync");
    requireOneIn(60, "refusals with 429");
    requireOneIn(60, "refusals with 503");
    long excepted =
        Happened.times("records set aside") + Happened.times("records with an open conflict");
    assertThat(excepted)
        .as("records in an excepted state")
        .isBetween(1L, Happened.times("records") / 10);
  }

  private static void requireOneIn(int histories, String what) {
    assertThat(Happened.times(what))
        .as(what)
        .isGreaterThanOrEqualTo(Happened.times("histories") / histories);
  }
}
