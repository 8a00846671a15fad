package dev.patchbay.bench;

import dev.patchbay.bench.database.Postgres;
import dev.patchbay.bench.limit.Limit;
import dev.patchbay.bench.product.PatchbayServer;
import dev.patchbay.bench.product.Product;
import dev.patchbay.bench.provider.Content;
import dev.patchbay.bench.provider.Provider;
import java.nio.file.Path;
import java.util.List;

/** Everything that takes part in measuring pulls: provider, PostgreSQL, product and limit. */
final class Arena implements AutoCloseable {
  private final Postgres postgres;
  private final Provider provider;
  private final Product product;
  private final Limit limit;

  private Arena(Postgres postgres, Provider provider, Product product, Limit limit) {
    this.postgres = postgres;
    this.provider = provider;
    this.product = product;
    this.limit = limit;
  }

  static Arena open(Path distribution, Path folder, List<String> javaOptions) {
    Postgres postgres = Postgres.start(folder.resolve("postgres"));
    Provider provider = Provider.start(folder);
    Product product =
        Product.start(distribution, folder.resolve("server"), postgres, provider, javaOptions);
    return new Arena(
        postgres,
        provider,
        product,
        Limit.start(PatchbayServer.javaOptions(distribution), folder, postgres, provider));
  }

  Product product() {
    return product;
  }

  Limit limit() {
    return limit;
  }

  /** Has the provider hold a new calendar, and tells what a pull of it must bring. */
  Content hold(int events, int pageSize) {
    provider.hold(events, pageSize);
    return Content.of(events);
  }

  void change(Content content, int events) {
    provider.change(events);
    content.change(events);
  }

  /** Fails unless both databases hold just this. */
  void require(Content content) {
    product.require(content);
    limit.require(content);
  }

  /** Fails if nothing ever went wrong. */
  void requireTrouble() {
    if (provider.troubles() == 0) {
      throw new IllegalStateException("No request met the calendar in trouble");
    }
  }

  @Override
  public void close() {
    limit.close();
    product.close();
    provider.close();
    postgres.close();
  }
}
