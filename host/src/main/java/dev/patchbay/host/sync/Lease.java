package dev.patchbay.host.sync;

/**
 * The right of one execution to write for a run. Taking the run over writes a new token, so that a
 * node that slept through it finds that its own no longer fits.
 */
record Lease(
    String tenantId,
    String connectionId,
    String type,
    String runId,
    PullKind kind,
    int attempts,
    String token) {

  static Lease of(SyncRun run, String token) {
    return new Lease(
        run.tenantId(),
        run.connectionId(),
        run.type(),
        run.id(),
        run.full() ? PullKind.FULL : PullKind.INCREMENTAL,
        run.attempts(),
        token);
  }
}
