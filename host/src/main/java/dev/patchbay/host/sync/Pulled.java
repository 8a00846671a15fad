package dev.patchbay.host.sync;

import java.util.Optional;

/**
 * What became of a pull.
 *
 * @param complete whether every collection could be read
 * @param awaitedPlan the hash of the deletions that a person has to confirm first
 */
record Pulled(boolean complete, Optional<String> awaitedPlan) {}
