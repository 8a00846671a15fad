package dev.patchbay.testkit.contract;

import dev.patchbay.api.error.IntegrationException;

/**
 * A failure that the service says inside an answer which looks like success.
 *
 * @param name what tests call it
 * @param begin has the service say it to everything from now on
 * @param category what the plugin makes of it
 */
public record LogicalFailure(
    String name, Runnable begin, Class<? extends IntegrationException> category) {}
