package dev.patchbay.console.integration;

/**
 * Where a service is told to send what it has to tell of an integration.
 *
 * @param secretSetting the setting that holds what the service signs with
 */
public record WebhookAddress(String url, String secretSetting) {}
