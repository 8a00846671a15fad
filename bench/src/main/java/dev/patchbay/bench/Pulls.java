package dev.patchbay.bench;

import dev.patchbay.bench.measure.Pair;
import dev.patchbay.bench.measure.Pairs;
import dev.patchbay.bench.product.TroubledNeighbours;
import dev.patchbay.bench.provider.Content;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Benchmarks 1 to 4: what a pull costs when everything, nothing or a little is new. */
final class Pulls {
  /** The largest page that Google gives. */
  static final int LARGE_PAGE = 2_500;

  /** The page that Google gives unless asked for another. */
  static final int DEFAULT_PAGE = 250;

  private final Arena arena;
  private final Scale scale;

  Pulls(Arena arena, Scale scale) {
    this.arena = arena;
    this.scale = scale;
  }

  /** Everything into an empty database. */
  Pairs first(int pageSize) {
    Content content = arena.hold(scale.events(), pageSize);
    return run(
        () -> {
          Pair pair =
              new Pair(
                  arena.product().firstPull(content.events()),
                  arena.limit().store(content.events()));
          arena.require(content);
          return pair;
        });
  }

  /** Everything again, all of it known; and at last with one event that is not. */
  Pairs again() {
    Content content = stored(scale.events());
    Pairs pairs = run(() -> new Pair(arena.product().pullAgain(0), arena.limit().compare(0)));
    arena.change(content, 1);
    arena.product().pullAgain(1);
    arena.limit().compare(1);
    arena.limit().change(1);
    arena.require(content);
    return pairs;
  }

  /** The little that changed, over this many that did not. */
  Pairs changes(int stored) {
    Content content = stored(stored);
    Pairs pairs =
        run(
            () ->
                Stream.generate(() -> change(content))
                    .limit(scale.rounds())
                    .reduce(Pair::plus)
                    .orElseThrow());
    arena.require(content);
    return pairs;
  }

  /** Everything into an empty database, beside connections whose service fails, and alone. */
  Pairs besideTrouble() {
    int events = arena.hold(scale.events(), LARGE_PAGE).events();
    TroubledNeighbours neighbours = arena.product().neighbours();
    Pairs pairs =
        run(
            () ->
                new Pair(
                    neighbours.beside(() -> arena.product().firstPull(events)),
                    arena.product().firstPull(events)));
    arena.requireTrouble();
    return pairs;
  }

  private Pair change(Content content) {
    int changed = scale.changed();
    arena.change(content, changed);
    return new Pair(arena.product().pullChanges(changed), arena.limit().change(changed));
  }

  private Content stored(int events) {
    Content content = arena.hold(events, LARGE_PAGE);
    arena.product().firstPull(events);
    arena.limit().store(events);
    arena.require(content);
    return content;
  }

  private Pairs run(Supplier<Pair> turn) {
    return Pairs.run(scale.warmUps(), scale.pairs(), turn);
  }
}
