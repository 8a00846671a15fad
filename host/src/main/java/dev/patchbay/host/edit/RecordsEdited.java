package dev.patchbay.host.edit;

/** The CRM edited records, and the service is to learn of it. */
public record RecordsEdited(String tenantId, String connectionId, String type) {}
