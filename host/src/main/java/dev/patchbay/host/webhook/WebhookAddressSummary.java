package dev.patchbay.host.webhook;

import java.time.Instant;

/**
 * Where a service is told to send what it has to tell of an integration.
 *
 * @param url what an admin enters at the service; whoever knows it can only knock
 * @param secretSetting the setting that holds what the service signs with
 */
public record WebhookAddressSummary(String url, String secretSetting, Instant createdAt) {}
