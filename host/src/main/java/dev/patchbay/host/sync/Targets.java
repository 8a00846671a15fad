package dev.patchbay.host.sync;

import dev.patchbay.api.sync.Target;
import java.util.Optional;

/** What can be written over connections. */
@FunctionalInterface
interface Targets {

  /**
   * The target of the run's type.
   *
   * @return empty if the plugin does not write it, or the integration does not allow it
   * @throws dev.patchbay.host.problem.ProblemException if the connection is no longer ready
   * @throws dev.patchbay.api.error.IntegrationException if the plugin cannot tell
   */
  Optional<Target> of(Lease lease);
}
