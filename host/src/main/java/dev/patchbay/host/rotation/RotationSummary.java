package dev.patchbay.host.rotation;

import java.time.Instant;

/**
 * A rotation as the API shows it.
 *
 * @param total how many sealed values there were at its start; 0 if none has to be sealed anew
 * @param resealed how many were sealed anew so far
 * @param problem what could not be opened; absent if there was no such thing
 */
public record RotationSummary(
    String id,
    RotationKind kind,
    RotationState state,
    long total,
    long resealed,
    Instant startedAt,
    Instant finishedAt,
    String problem) {

  static RotationSummary of(Rotation rotation) {
    return new RotationSummary(
        rotation.id(),
        rotation.kind(),
        rotation.state(),
        rotation.total(),
        rotation.resealed(),
        rotation.startedAt(),
        rotation.finishedAt().orElse(null),
        rotation.problem().orElse(null));
  }
}
