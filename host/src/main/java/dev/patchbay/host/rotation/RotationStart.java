package dev.patchbay.host.rotation;

import dev.patchbay.host.credential.KeyRotation;
import dev.patchbay.host.credential.SealedColumns;
import dev.patchbay.host.ids.Ids;
import dev.patchbay.host.persistence.Transactions;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.security.SigningKeys;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts a new key into service; the work that it leaves is done by {@link RotationWork}. */
@Singleton
public class RotationStart {
  private final Rotations rotations;
  private final KeyRotation keys;
  private final SigningKeys signingKeys;
  private final SealedColumns columns;
  private final SealedRows rows;
  private final Transactions transactions;
  private final Ids ids;
  private final Clock clock;

  @Inject
  public RotationStart(
      Rotations rotations,
      KeyRotation keys,
      SigningKeys signingKeys,
      SealedColumns columns,
      SealedRows rows,
      Transactions transactions,
      Ids ids,
      Clock clock) {
    this.rotations = rotations;
    this.keys = keys;
    this.signingKeys = signingKeys;
    this.columns = columns;
    this.rows = rows;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws ProblemException if a rotation is running, or no new master key is there
   */
  RotationSummary begin(RotationKind kind) {
    return transactions.call(
        () -> {
          keys.lock();
          requireNoneRunning();
          Rotation rotation =
              new Rotation(ids.next(Rotation.PREFIX), kind, total(kind), clock.instant());
          replaceKey(rotation);
          rotations.add(rotation);
          return RotationSummary.of(rotation);
        });
  }

  private void replaceKey(Rotation rotation) {
    switch (rotation.kind()) {
      case DATA_KEY -> keys.newDataKey();
      case MASTER_KEY -> {
        keys.newMasterKey();
        rotation.finish(clock.instant());
      }
      case SIGNING_KEY -> {
        signingKeys.rotate();
        rotation.finish(clock.instant());
      }
    }
  }

  private long total(RotationKind kind) {
    return kind == RotationKind.DATA_KEY ? columns.all().stream().mapToLong(rows::count).sum() : 0;
  }

  private void requireNoneRunning() {
    rotations
        .running()
        .ifPresent(
            id -> {
              throw ProblemException.conflict(
                  "The rotation " + id + " is still running: wait for its end.");
            });
  }
}
