package dev.patchbay.bench.measure;

/** The product and its limit at the same work, one right after the other. */
public record Pair(Lap product, Lap limit) {

  public Pair plus(Pair other) {
    return new Pair(product.plus(other.product), limit.plus(other.limit));
  }

  /** The product's speed as a share of the limit's. */
  public double ratio() {
    return product.perSecond() / limit.perSecond();
  }

  @Override
  public String toString() {
    return "%s; limit %s; ratio %.2f".formatted(product, limit, ratio());
  }
}
