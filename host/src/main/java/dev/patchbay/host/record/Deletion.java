package dev.patchbay.host.record;

/**
 * An item that left.
 *
 * @param reason the service's word for it
 * @param mergedInto the external id of the item that holds it now, or null if it was not merged
 */
public record Deletion(String externalId, String reason, String mergedInto) {}
