package dev.patchbay.host.sync;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * Asks for a sync.
 *
 * @param type the type to sync; may be left out if the connection has one only
 * @param full whether everything is read again, so that what is missing is found too
 * @param dryRun whether only the plan of what would be sent is wanted
 * @param confirm the hash of a plan that a person saw, which lets it be sent; or {@code *}, which
 *     lets anything be sent
 */
public record NewSync(
    @NotNull Direction direction,
    @Size(max = 60) String type,
    Boolean full,
    Boolean dryRun,
    @Size(max = 64) String confirm) {

  Wish wish() {
    return new Wish(direction, kind(), Optional.ofNullable(confirm));
  }

  boolean isDry() {
    return Boolean.TRUE.equals(dryRun);
  }

  private PullKind kind() {
    return Boolean.TRUE.equals(full) ? PullKind.FULL : PullKind.INCREMENTAL;
  }
}
