package dev.patchbay.bench.product;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Connections beside the measured one whose services fail at every request. */
public final class TroubledNeighbours {
  /** Half of what the server pulls at once, so that only their trouble can be in the way. */
  private static final int COUNT = 4;

  private final Crm crm;

  TroubledNeighbours(Crm crm) {
    this.crm = crm;
  }

  /** Does the work right after they are connected, while their first pulls are tried. */
  public <T> T beside(Supplier<T> work) {
    List<String> connections = Stream.generate(crm::connectInTrouble).limit(COUNT).toList();
    try {
      return work.get();
    } finally {
      connections.forEach(crm::disconnect);
    }
  }
}
