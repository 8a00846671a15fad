package dev.patchbay.host.sync;

/** What became of the items of a run; each item that was read counts in exactly one place. */
public record Tally(long created, long updated, long deleted, long unchanged, long failed) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  Tally plus(Tally other) {
    return new Tally(
        created + other.created,
        updated + other.updated,
        deleted + other.deleted,
        unchanged + other.unchanged,
        failed + other.failed);
  }

  public long processed() {
    return created + updated + deleted + unchanged + failed;
  }
}
