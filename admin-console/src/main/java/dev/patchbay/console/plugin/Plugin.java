package dev.patchbay.console.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A plugin as the catalogue shows it; a refused one carries the reason and nothing usable. */
public record Plugin(
    String id,
    String name,
    String description,
    String version,
    String state,
    String reason,
    String icon,
    List<String> categories,
    Authorization authorization,
    List<Setting> settings,
    List<Type> types,
    List<Action> actions,
    String webhooks,
    Contract contract) {

  /** How accounts of the service are authorised. */
  public record Authorization(String kind, List<String> scopes, List<Setting> fields) {
    public Authorization {
      fields = fields == null ? List.of() : List.copyOf(fields);
      scopes = scopes == null ? List.of() : List.copyOf(scopes);
    }

    public boolean isOAuth() {
      return kind != null && kind.toLowerCase(Locale.ROOT).startsWith("oauth2");
    }
  }

  /** A value the plugin wants from the admin. */
  public record Setting(
      String name,
      String label,
      String help,
      String kind,
      boolean required,
      boolean secret,
      String initial,
      List<String> choices) {
    public Setting {
      choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** The same for somebody who has filled it in before; a secret stays when left empty. */
    public Setting filledWith(Object present) {
      if (secret) {
        return new Setting(
            name, label, "Leave it empty to keep the present one.", kind, false, true, "", choices);
      }
      return new Setting(name, label, help, kind, required, false, inWords(present), choices);
    }

    private static String inWords(Object present) {
      if (present instanceof List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(", "));
      }
      return present == null ? "" : present.toString();
    }
  }

  /** What kind of items the plugin brings. */
  public record Type(String name, String label, boolean writable) {}

  /** What can be done once over a connection, and what it takes. */
  public record Action(String name, String label, List<Setting> fields) {
    public Action {
      fields = fields == null ? List.of() : List.copyOf(fields);
    }
  }

  /** What the plugin's own tests found of the contract that every plugin keeps. */
  public record Contract(String verdict, String reason, List<Point> points) {
    public Contract {
      points = points == null ? List.of() : List.copyOf(points);
    }

    public long proven() {
      return points.stream().filter(point -> "PROVEN".equals(point.outcome())).count();
    }

    public boolean isProven() {
      return "PROVEN".equals(verdict);
    }
  }

  /** One point of the contract, and what became of it. */
  public record Point(String point, String sentence, String outcome, String reason) {}

  public Plugin {
    categories = categories == null ? List.of() : List.copyOf(categories);
    settings = settings == null ? List.of() : List.copyOf(settings);
    types = types == null ? List.of() : List.copyOf(types);
    actions = actions == null ? List.of() : List.copyOf(actions);
  }

  /** The name to show; a refused plugin may not even have told it. */
  public String title() {
    return name == null || name.isBlank() ? id : name;
  }

  /** What is known of how it behaves; empty for one that is refused. */
  public Optional<Contract> proof() {
    return Optional.ofNullable(contract);
  }

  /** Whether it brings anything that can be synced. */
  public boolean reads() {
    return !types.isEmpty();
  }

  public boolean reads(String type) {
    return types.stream().anyMatch(one -> one.name().equals(type));
  }

  public boolean isReady() {
    return "READY".equals(state);
  }

  public Optional<String> refusal() {
    return Optional.ofNullable(reason).filter(text -> !isReady());
  }

  /** What a person types in to connect an account; nothing if they consent at the service. */
  public List<Setting> typedIn() {
    return authorization == null ? List.of() : authorization.fields();
  }

  /** Whether its service tells of changes at an address that an admin enters there. */
  public boolean isToldAtAnAddress() {
    return "INTEGRATION".equals(webhooks);
  }

  /** What a setting is called on the forms. */
  public String labelOf(String setting) {
    return settings.stream()
        .filter(one -> one.name().equals(setting))
        .map(Setting::label)
        .findFirst()
        .orElse(setting);
  }

  public boolean needsClient() {
    return authorization != null && authorization.isOAuth();
  }
}
