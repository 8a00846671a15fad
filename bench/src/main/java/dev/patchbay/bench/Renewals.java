package dev.patchbay.bench;

import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.limit.BareRenewals;
import dev.patchbay.bench.limit.DurableWrites;
import dev.patchbay.bench.measure.Lap;
import dev.patchbay.bench.measure.Pair;
import dev.patchbay.bench.measure.Pairs;
import dev.patchbay.bench.product.PatchbayServer;
import dev.patchbay.bench.product.RenewingServer;
import dev.patchbay.bench.token.TokenServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Benchmark 9: tokens that have ended, each wanted by many callers at once; beside nothing but a
 * commit for each, and beside a bare program that does the same work.
 */
final class Renewals implements AutoCloseable {
  private static final Duration SAFELY_OVER = Duration.ofMillis(100);

  private final Scale scale;
  private final Postgres postgres;
  private final TokenServer tokens;
  private final RenewingServer product;
  private final DurableWrites writes;
  private final BareRenewals bare;

  private Renewals(
      Scale scale,
      Postgres postgres,
      TokenServer tokens,
      RenewingServer product,
      DurableWrites writes,
      BareRenewals bare) {
    this.scale = scale;
    this.postgres = postgres;
    this.tokens = tokens;
    this.product = product;
    this.writes = writes;
    this.bare = bare;
  }

  static Renewals open(Path distribution, Path folder, List<String> javaOptions, Scale scale) {
    Postgres postgres = Postgres.start(folder.resolve("postgres"));
    TokenServer tokens = TokenServer.start(folder);
    RenewingServer product =
        RenewingServer.start(distribution, folder.resolve("server"), postgres, tokens, javaOptions);
    List<String> usual = PatchbayServer.javaOptions(distribution);
    return new Renewals(
        scale,
        postgres,
        tokens,
        product,
        DurableWrites.start(usual, folder, postgres, scale.tokens()),
        BareRenewals.start(usual, folder, postgres, tokens, scale.tokens()));
  }

  /** Fails unless the token server was asked exactly once for each token that had ended. */
  Result measure() {
    product.connect(scale.tokens());
    Pairs besideWrites = beside(writes::round);
    writes.require();
    return new Result(besideWrites, beside(bare::round));
  }

  private Pairs beside(Supplier<Lap> limit) {
    return Pairs.run(
        scale.warmUps(), scale.pairs(), () -> new Pair(rounds(this::ended), rounds(limit)));
  }

  private Lap rounds(Supplier<Lap> round) {
    return Stream.generate(round).limit(scale.rounds()).reduce(Lap::plus).orElseThrow();
  }

  private Lap ended() {
    Waiting.pause(TokenServer.LIFETIME.plus(SAFELY_OVER));
    long before = tokens.renewals();
    Lap lap = product.round();
    long asked = tokens.renewals() - before;
    if (asked != scale.tokens() || tokens.reused() > 0) {
      throw new IllegalStateException(
          "%d token calls for %d tokens that had ended, %d refresh tokens used twice"
              .formatted(asked, scale.tokens(), tokens.reused()));
    }
    return lap;
  }

  @Override
  public void close() {
    bare.close();
    writes.close();
    product.close();
    tokens.close();
    postgres.close();
  }

  /**
   * The product beside each of the two.
   *
   * @param writes beside a commit for each token
   * @param bare beside a program that renews and has its callers wait, and does no more
   */
  record Result(Pairs writes, Pairs bare) {}
}
