package dev.patchbay.host.sync;

/**
 * The run is no longer ours: another node took it over, or it was stopped. What was about to be
 * written is dropped, and nothing is left to do here.
 */
class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Superseded(String runId) {
    super("The sync run " + runId + " was taken over or stopped");
  }
}
