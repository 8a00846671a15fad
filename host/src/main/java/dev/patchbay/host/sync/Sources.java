package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Source;
import java.util.List;

/** What can be read over connections. */
interface Sources {

  /** Whether a connection can be read now. */
  Readiness readiness(String tenantId, String connectionId);

  /**
   * What can be read over a connection that is ready.
   *
   * @param runId the sync run that reads; empty text if none does
   * @throws dev.patchbay.host.problem.ProblemException if it no longer is
   * @throws dev.patchbay.api.error.IntegrationException if the plugin cannot tell
   */
  List<Source> of(String tenantId, String connectionId, String runId);

  /** How a connection stands, as far as a sync has to know. */
  enum Readiness {
    READY,
    /** A person has to do something first. */
    RESTING,
    ENDED
  }
}
