package dev.patchbay.host.integration;

import dev.patchbay.api.setting.Secret;
import dev.patchbay.host.fixture.AuthorizationServer;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** An integration of the tests' service, as an admin would have set it up. */
public final class SampleIntegration {
  public static final String SIGNING_SECRET = "sign-me-with-this";

  private SampleIntegration() {}

  public static Integration of(String tenantId, IntegrationSecrets secrets, Instant now) {
    return of("int_1", tenantId, "Main", secrets, now);
  }

  public static Integration of(
      String id, String tenantId, String name, IntegrationSecrets secrets, Instant now) {
    var integration = new Integration(id, tenantId, "service", name, now);
    integration.identifyAs(AuthorizationServer.CLIENT_ID);
    integration.askFor(Set.of("events.read", "profile"));
    secrets.keepClientSecret(integration, Secret.of(AuthorizationServer.CLIENT_SECRET));
    secrets.keepSettings(
        integration, Map.of("zone", "eu"), Map.of("signingSecret", SIGNING_SECRET));
    return integration;
  }
}
