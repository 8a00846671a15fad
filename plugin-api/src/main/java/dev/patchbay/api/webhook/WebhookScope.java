package dev.patchbay.api.webhook;

import java.util.Objects;
import java.util.Optional;

/**
 * For whom an address that receives webhooks is made, and so which secret its requests are checked
 * with. Immutable.
 *
 * @since 1
 */
public final class WebhookScope {

  private final String secretSetting;

  private WebhookScope(String secretSetting) {
    this.secretSetting = secretSetting;
  }

  /**
   * One address for each integration, which an admin enters at the service; a {@link Notification}
   * names the account. Nothing is received until the secret is filled in.
   *
   * @param secretSetting the name of the integration's setting that holds what the service signs
   *     with; one of the kind {@link dev.patchbay.api.setting.Setting.Kind#SECRET}
   */
  public static WebhookScope integration(String secretSetting) {
    return new WebhookScope(Objects.requireNonNull(secretSetting, "secretSetting"));
  }

  /**
   * One address for each subscription that a {@link Subscriber} makes, with a secret of its own: it
   * is known which connection it concerns.
   */
  public static WebhookScope subscription() {
    return new WebhookScope(null);
  }

  /** The setting with the integration's secret; empty if each subscription has its own. */
  public Optional<String> secretSetting() {
    return Optional.ofNullable(secretSetting);
  }
}
