package dev.patchbay.host.sync;

/**
 * Where else an item is known.
 *
 * @param deleted whether the CRM deleted it there, and the service was not told yet
 */
record Elsewhere(String collectionId, boolean deleted) {}
