package dev.patchbay.host.rotation;

import dev.patchbay.host.audit.Actor;
import dev.patchbay.host.audit.Audit;
import dev.patchbay.host.audit.Deed;
import dev.patchbay.host.credential.KeyRotation;
import dev.patchbay.host.credential.Place;
import dev.patchbay.host.credential.SealedColumn;
import dev.patchbay.host.credential.SealedColumns;
import dev.patchbay.host.persistence.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Seals every stored secret with the newest data key, some rows at a time, while everything else
 * goes on. Any node may do it: the lease says which, and the rotation's row from where.
 */
@Singleton
public class RotationWork {
  private final String owner = UUID.randomUUID().toString();
  private final Rotations rotations;
  private final SealedColumns columns;
  private final SealedRows rows;
  private final KeyRotation keys;
  private final Audit audit;
  private final Transactions transactions;
  private final Clock clock;
  private final RotationPace pace;

  @Inject
  public RotationWork(
      Rotations rotations,
      SealedColumns columns,
      SealedRows rows,
      KeyRotation keys,
      Audit audit,
      Transactions transactions,
      Clock clock) {
    this(rotations, columns, rows, keys, audit, transactions, clock, RotationPace.USUAL);
  }

  RotationWork(
      Rotations rotations,
      SealedColumns columns,
      SealedRows rows,
      KeyRotation keys,
      Audit audit,
      Transactions transactions,
      Clock clock,
      RotationPace pace) {
    this.rotations = rotations;
    this.columns = columns;
    this.rows = rows;
    this.keys = keys;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
    this.pace = pace;
  }

  /** Works at the running rotation until there is nothing to do for the moment. */
  public void run() {
    Optional<String> running = transactions.callAlone(rotations::running);
    if (running.isPresent()) {
      List<SealedColumn> all = columns.all();
      while (transactions.<Boolean, RuntimeException>callAlone(() -> step(running.get(), all))) {}
    }
  }

  /** Does one batch in one commit, and tells whether another can follow at once. */
  private boolean step(String id, List<SealedColumn> all) {
    Rotation rotation = rotations.toChange(id);
    if (rotation.state() != RotationState.RUNNING || !rotation.isFreeFor(owner, clock.instant())) {
      return false;
    }
    rotation.lease(owner, clock.instant().plus(pace.lease()));
    if (rotation.column() < all.size()) {
      SealedColumn column = all.get(rotation.column());
      rotation.advance(rows.reseal(column, rotation.lastKey(), pace.rows()));
      return true;
    }
    return endPass(rotation);
  }

  private boolean endPass(Rotation rotation) {
    if (rotation.changedInPass()) {
      rotation.nextPass();
      return true;
    }
    if (!rotation.isKnownFor(pace.known(), clock.instant())) {
      rotation.nextPass();
      return false;
    }
    finish(rotation);
    return false;
  }

  private void finish(Rotation rotation) {
    rotation.finish(clock.instant());
    if (rotation.state() == RotationState.SUCCEEDED) {
      keys.retireOlderDataKeys();
    }
    audit.record(
        Deed.done(Place.SERVER, Actor.SERVER, "encryption.rotation-ended", rotation.id())
            .with("state", rotation.state().name().toLowerCase(Locale.ROOT))
            .with("resealed", Long.toString(rotation.resealed())));
  }
}
