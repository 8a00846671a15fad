package dev.patchbay.host.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.patchbay.api.setting.Secret;
import dev.patchbay.api.setting.Settings;
import dev.patchbay.host.credential.Vault;
import dev.patchbay.host.json.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The one place that opens and seals what is secret in an integration. */
@Singleton
public class IntegrationSecrets {
  private static final TypeReference<TreeMap<String, Object>> VALUES = new TypeReference<>() {};

  private final Vault vault;

  @Inject
  public IntegrationSecrets(Vault vault) {
    this.vault = vault;
  }

  /**
   * Returns the OAuth client's secret half.
   *
   * @throws IllegalStateException if the integration has none
   */
  public Secret clientSecret(Integration integration) {
    return integration
        .sealedClientSecret()
        .map(bytes -> vault.open(integration.place("sealed_client_secret"), bytes))
        .orElseThrow(() -> new IllegalStateException(integration.id() + " has no client secret"));
  }

  /** Returns all settings, the secret ones too, as a plugin gets them. */
  public Settings settings(Integration integration) {
    var texts = new HashMap<String, String>();
    all(integration).forEach((name, value) -> texts.put(name, value.toString()));
    return Settings.of(texts);
  }

  void keepClientSecret(Integration integration, Secret secret) {
    integration.keepClientSecret(vault.seal(integration.place("sealed_client_secret"), secret));
  }

  void keepSettings(
      Integration integration, Map<String, Object> shown, Map<String, Object> secret) {
    integration.fillIn(
        shown, vault.seal(integration.place("sealed_settings"), Secret.of(write(secret))));
  }

  /** Every filled-in value, in clear. */
  Map<String, Object> all(Integration integration) {
    var values = new TreeMap<>(integration.settings());
    integration
        .sealedSettings()
        .map(bytes -> vault.open(integration.place("sealed_settings"), bytes))
        .ifPresent(secret -> values.putAll(read(secret)));
    return values;
  }

  private static String write(Map<String, Object> values) {
    try {
      return Json.mapper().writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Secret settings " + values.keySet() + " cannot be written");
    }
  }

  private static Map<String, Object> read(Secret values) {
    try {
      return Json.mapper().readValue(values.reveal(), VALUES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored secret settings cannot be read");
    }
  }
}
