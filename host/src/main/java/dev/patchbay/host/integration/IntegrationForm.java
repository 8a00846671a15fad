package dev.patchbay.host.integration;

import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.host.problem.FieldError;
import dev.patchbay.host.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Fills in one integration as its plugin wants it. All complaints about a request come together,
 * and nothing is changed unless there are none.
 */
final class IntegrationForm {
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1,300}");

  private final PluginDescriptor plugin;
  private final IntegrationSecrets secrets;
  private final Integration integration;
  private final List<FieldError> errors = new ArrayList<>();

  IntegrationForm(PluginDescriptor plugin, IntegrationSecrets secrets, Integration integration) {
    this.plugin = plugin;
    this.secrets = secrets;
    this.integration = integration;
  }

  void apply(IntegrationChange change) {
    checkClient(change);
    checkScopes(change);
    var settings = settings(change);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    Optional.ofNullable(change.name()).map(String::strip).ifPresent(integration::rename);
    change.newClientId().ifPresent(integration::identifyAs);
    change.newClientSecret().ifPresent(secret -> secrets.keepClientSecret(integration, secret));
    Optional.ofNullable(change.clientSecretEndsAt()).ifPresent(integration::expectEndOfSecret);
    scopes(change).ifPresent(integration::askFor);
    settings.ifPresent(this::keep);
  }

  private void checkClient(IntegrationChange change) {
    if (change.name() != null && change.name().isBlank()) {
      complain("name", "must not be blank");
    }
    if (oauth().isEmpty()) {
      refuse("clientId", change.clientId());
      refuse("clientSecret", change.clientSecret());
      refuse("clientSecretEndsAt", Objects.toString(change.clientSecretEndsAt(), ""));
      return;
    }
    require("clientId", change.clientId(), integration.clientId().isPresent());
    require("clientSecret", change.clientSecret(), integration.sealedClientSecret().isPresent());
  }

  private void require(String field, String given, boolean kept) {
    if (filledIn(given).isEmpty() && (given != null || !kept)) {
      complain(field, "must be filled in: " + plugin.name() + " is connected with OAuth 2.0");
    }
  }

  private void refuse(String field, String given) {
    if (filledIn(given).isPresent()) {
      complain(field, "must be left out: " + plugin.name() + " is not connected with OAuth 2.0");
    }
  }

  private void checkScopes(IntegrationChange change) {
    var given = Optional.ofNullable(change.scopes()).orElseGet(List::of);
    for (int i = 0; i < given.size(); i++) {
      if (!SCOPE.matcher(given.get(i)).matches()) {
        complain("scopes[" + i + "]", "must be one scope without spaces or quotes");
      }
    }
    if (oauth().isEmpty() && !given.isEmpty()) {
      complain("scopes", "must be left out: " + plugin.name() + " knows no scopes");
    }
  }

  private Optional<Set<String>> scopes(IntegrationChange change) {
    if (change.scopes() != null) {
      return Optional.of(new TreeSet<>(change.scopes()));
    }
    return integration.scopes().isEmpty()
        ? oauth().map(declared -> new TreeSet<>(declared.scopes()))
        : Optional.empty();
  }

  private Optional<Map<String, Object>> settings(IntegrationChange change) {
    if (change.settings() == null) {
      return Optional.empty();
    }
    var wanted = new HashMap<>(secrets.all(integration));
    wanted.putAll(change.settings());
    var check = new SettingsCheck(plugin.settings(), "settings");
    var accepted = check.accept(wanted);
    errors.addAll(check.errors());
    return Optional.of(accepted);
  }

  private void keep(Map<String, Object> settings) {
    var shown = new TreeMap<>(settings);
    var secret = new TreeMap<>(settings);
    plugin.settings().stream()
        .filter(setting -> setting.kind() == Setting.Kind.SECRET)
        .map(Setting::name)
        .forEach(shown::remove);
    secret.keySet().removeAll(shown.keySet());
    secrets.keepSettings(integration, shown, secret);
  }

  private Optional<OAuth2> oauth() {
    return Optional.of(plugin.authorization())
        .filter(OAuth2.class::isInstance)
        .map(OAuth2.class::cast);
  }

  private static Optional<String> filledIn(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(one -> !one.isEmpty());
  }

  private void complain(String field, String message) {
    errors.add(new FieldError(field, message));
  }
}
