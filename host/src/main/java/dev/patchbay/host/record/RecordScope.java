package dev.patchbay.host.record;

/** Which collection of which connection rows are written to. */
public record RecordScope(String tenantId, String connectionId, String type, String collectionId) {}
