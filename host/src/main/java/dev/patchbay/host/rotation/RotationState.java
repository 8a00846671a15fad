package dev.patchbay.host.rotation;

/** How far a rotation is. */
public enum RotationState {
  RUNNING,
  SUCCEEDED,

  /** Something could not be opened; the old key is kept for it. */
  FAILED
}
