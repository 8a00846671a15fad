package dev.patchbay.host.sync;

/** Where a sync run is in its life; a run that did not finish is never a success. */
public enum RunState {
  QUEUED,
  RUNNING,
  SUCCEEDED,
  /** It did what it could; the rest is a plan that a person has to confirm. */
  AWAITING_CONFIRMATION,
  FAILED,
  CANCELLED;

  /** Whether nothing will happen to the run any more. */
  public boolean isFinal() {
    return this != QUEUED && this != RUNNING;
  }
}
