package dev.patchbay.host.action;

/** How far an action is. */
public enum ActionState {
  /** It is being done. */
  RUNNING,
  /** It was done. */
  SUCCEEDED,
  /** It was provably not done. */
  FAILED,
  /** It may have been done or not; it is never repeated by itself. */
  OUTCOME_UNKNOWN
}
