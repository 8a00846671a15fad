package dev.patchbay.host.sync;

/**
 * What became of the edits that a run sent to the service.
 *
 * @param refused those that the service refused; they are in quarantine
 * @param unknown those of which nobody can tell whether the service has them
 */
public record Sent(long created, long updated, long deleted, long refused, long unknown) {
  static final Sent NOTHING = new Sent(0, 0, 0, 0, 0);
  static final Sent CREATED = new Sent(1, 0, 0, 0, 0);
  static final Sent UPDATED = new Sent(0, 1, 0, 0, 0);
  static final Sent DELETED = new Sent(0, 0, 1, 0, 0);
  static final Sent REFUSED = new Sent(0, 0, 0, 1, 0);
  static final Sent UNKNOWN = new Sent(0, 0, 0, 0, 1);

  Sent plus(Sent more) {
    return new Sent(
        created + more.created,
        updated + more.updated,
        deleted + more.deleted,
        refused + more.refused,
        unknown + more.unknown);
  }

  public long total() {
    return created + updated + deleted + refused + unknown;
  }
}
