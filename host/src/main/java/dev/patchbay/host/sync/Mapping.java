package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Change;
import dev.patchbay.host.record.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Maps items on two threads, their order kept: in a first pull nothing else uses the CPU for as
 * long, and the database would wait for it.
 */
final class Mapping {
  private static final int WORTH_A_THREAD = 32;

  private final ItemMapper mapper;
  private final Executor executor;

  Mapping(ItemMapper mapper, Executor executor) {
    this.mapper = mapper;
    this.executor = executor;
  }

  /** Maps items that exist. */
  List<Mapped> of(List<Difference> differences) {
    if (differences.size() < WORTH_A_THREAD) {
      return each(differences);
    }
    int half = differences.size() / 2;
    List<Difference> rest = differences.subList(half, differences.size());
    CompletableFuture<List<Mapped>> coming =
        CompletableFuture.supplyAsync(() -> each(rest), executor);
    List<Mapped> mapped = new ArrayList<>(each(differences.subList(0, half)));
    mapped.addAll(coming.join());
    return mapped;
  }

  private List<Mapped> each(List<Difference> differences) {
    return differences.stream().map(this::one).toList();
  }

  private Mapped one(Difference difference) {
    return Mapped.of(difference, (Change.Upsert) difference.change(), mapper);
  }
}
