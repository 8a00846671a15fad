package dev.patchbay.host.rotation;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.credential.KeyRotation;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.SealedColumns;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * Destroys data keys a day after the rotation that replaced them: by then no node that was paused
 * can write something under them any more, and that nothing is left is looked at once more.
 */
@Singleton
public class RetiredKeys {
  static final Duration KEPT = Duration.ofDays(1);

  private final KeyRotation keys;
  private final SealedColumns columns;
  private final SealedRows rows;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;

  @Inject
  public RetiredKeys(
      KeyRotation keys,
      SealedColumns columns,
      SealedRows rows,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.columns = columns;
    this.rows = rows;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  public void destroy() {
    transactions.runAlone(
        () -> keys.retiredBefore(clock.instant().minus(KEPT)).forEach(this::destroyUnused));
  }

  private void destroyUnused(String id, byte[] mark) {
    if (columns.all().stream().allMatch(column -> rows.count(column, mark) == 0)) {
      keys.destroy(id);
      audit.record(Deed.done(Place.SERVER, Actor.SERVER, "encryption.data-key-destroyed", id));
    }
  }
}
