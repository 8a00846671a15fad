package dev.patchbay.host.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.host.merge.Policy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever both sides edit in whatever order, and wherever a sync dies: once edits stop, both sides
 * are equal, nothing is lost without a word, nothing is doubled, and one more sync writes nothing.
 */
class ConvergenceProperties {

  @Provide
  Arbitrary<List<Act>> histories() {
    return Act.any().list().ofMinSize(3).ofMaxSize(14);
  }

  @Property(
      tries = 200,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.OFF,
      afterFailure = AfterFailureMode.RANDOM_SEED)
  void should_converge_whatever_happens(
      @ForAll("histories") List<Act> acts, @ForAll Policy policy) {
    try (History history = new History(policy)) {
      history.play(acts);
      history.end();
    } catch (Throwable failure) {
      throw new AssertionError("Policy.%s, %s".formatted(policy, Act.code(acts)), failure);
    }
    History.count("histories");
  }

  @AfterContainer
  static void report() {
    Map<String, AtomicLong> happened = History.HAPPENED;
    System.out.println("Histories: " + happened);
    long histories = number("histories");
    assertThat(number("crashes")).isGreaterThan(histories / 4);
    assertThat(number("cursors expired")).isGreaterThan(histories / 10);
    assertThat(number("edits during a sync")).isGreaterThan(histories / 4);
    assertThat(number("decisions for OPEN")).isPositive();
    assertThat(number("decisions for CRM")).isPositive();
    assertThat(number("decisions for SERVICE")).isPositive();
  }

  private static long number(String what) {
    return History.HAPPENED.getOrDefault(what, new AtomicLong()).get();
  }
}
