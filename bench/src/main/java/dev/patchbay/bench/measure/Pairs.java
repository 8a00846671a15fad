package dev.patchbay.bench.measure;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Product and limit, run in turn, so that whatever else the machine does meets both. */
public record Pairs(List<Pair> pairs) {

  /**
   * @param warmUps pairs that do not count
   * @param count pairs that do
   */
  public static Pairs run(int warmUps, int count, Supplier<Pair> turn) {
    Stream.generate(turn).limit(warmUps).forEach(pair -> report("warm-up", pair));
    return new Pairs(
        Stream.generate(turn).limit(count).peek(pair -> report("pair", pair)).toList());
  }

  private static void report(String what, Pair pair) {
    System.err.println("  " + what + " " + pair);
  }

  public Spread ratio() {
    return spread(Pair::ratio);
  }

  public Spread product(ToDoubleFunction<Lap> figure) {
    return spread(pair -> figure.applyAsDouble(pair.product()));
  }

  public Spread limit(ToDoubleFunction<Lap> figure) {
    return spread(pair -> figure.applyAsDouble(pair.limit()));
  }

  private Spread spread(ToDoubleFunction<Pair> figure) {
    return Spread.of(pairs.stream().mapToDouble(figure).boxed().toList());
  }
}
