package dev.patchbay.host.integration;

import java.time.Instant;

/** A client secret that ends by itself. */
public record SecretEnding(String tenantId, String integrationId, Instant endsAt) {}
