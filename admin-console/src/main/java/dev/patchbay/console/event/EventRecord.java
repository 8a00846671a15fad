package dev.patchbay.console.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** A record of type {@code event} as the host serves it. */
record EventRecord(
    String id, String collection, String externalId, JsonNode data, Instant updatedAt) {}
