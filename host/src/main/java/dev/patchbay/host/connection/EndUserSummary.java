package dev.patchbay.host.connection;

/**
 * What the API tells of a person for whom connections were made.
 *
 * @param id the CRM's own
 * @param name how the CRM knew the person the last time; may be absent
 * @param connections how many, the disconnected ones counted
 */
public record EndUserSummary(String id, String name, long connections) {}
