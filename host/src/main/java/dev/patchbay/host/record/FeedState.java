package dev.patchbay.host.record;

/**
 * How far a tenant's feed is.
 *
 * @param last the newest change that is committed
 * @param forgotten the newest change whose tombstone was forgotten; 0 if none was
 */
record FeedState(long last, long forgotten) {
  static final FeedState EMPTY = new FeedState(0, 0);
}
