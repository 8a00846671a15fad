package dev.patchbay.host.sync;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Asks for a sync.
 *
 * @param type the type to sync; may be left out if the connection has one only
 * @param full whether everything is read again, so that what is missing is found too
 */
public record NewSync(@NotNull Direction direction, @Size(max = 60) String type, Boolean full) {

  PullKind kind() {
    return Boolean.TRUE.equals(full) ? PullKind.FULL : PullKind.INCREMENTAL;
  }
}
