package dev.patchbay.host.sync;

import java.util.Optional;

/**
 * That a type of a connection is kept in sync.
 *
 * @param activeRun the run that is queued or running; there is at most one
 * @param stalled why it gets nowhere, if it does not
 */
record SyncTask(
    String tenantId,
    String connectionId,
    String type,
    Optional<String> activeRun,
    Optional<String> stalled) {}
