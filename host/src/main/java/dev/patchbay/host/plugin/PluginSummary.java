package dev.patchbay.host.plugin;

import dev.patchbay.api.PluginApi;
import dev.patchbay.api.PluginDescriptor;
import dev.patchbay.api.TypeDescriptor;
import dev.patchbay.api.action.ActionDescriptor;
import dev.patchbay.api.auth.Authorization;
import dev.patchbay.api.auth.OAuth2;
import dev.patchbay.api.setting.Setting;
import dev.patchbay.api.webhook.WebhookScope;
import java.util.List;
import java.util.Locale;

/**
 * A plugin as the catalogue shows it.
 *
 * @param id absent if the plugin is refused and its id could not be read
 * @param reason why it is refused; absent if it is in use
 * @param location its place: the folder's name and the jar's
 * @param icon an SVG as a data URI
 * @param webhooks how its service tells of changes; absent if it does not
 * @param contract what its own tests found of the contract that every plugin keeps
 */
public record PluginSummary(
    String id,
    String name,
    String description,
    String version,
    Integer apiVersion,
    State state,
    String reason,
    String location,
    String icon,
    List<String> categories,
    Flow authorization,
    List<Field> settings,
    List<Type> types,
    List<Action> actions,
    Webhooks webhooks,
    ContractResult contract) {

  /** Whether the plugin is in use. */
  public enum State {
    READY,
    REFUSED
  }

  /** At what address a service tells of changes. */
  public enum Webhooks {
    /** One for each integration, which an admin makes and enters at the service. */
    INTEGRATION,
    /** Those that the server makes by itself. */
    SUBSCRIPTION;

    static Webhooks of(WebhookScope scope) {
      return scope.secretSetting().isPresent() ? INTEGRATION : SUBSCRIPTION;
    }
  }

  /** How an account is connected: by OAuth with scopes, or by a form with fields. */
  public record Flow(String kind, List<String> scopes, List<Field> fields) {

    static Flow of(Authorization authorization) {
      List<String> scopes = authorization instanceof OAuth2 oauth ? oauth.scopes() : null;
      List<Setting> typedIn = FormFields.of(authorization);
      List<Field> fields = typedIn.isEmpty() ? null : Field.of(typedIn);
      return new Flow(authorization.kind(), scopes, fields);
    }
  }

  /** One value that a person fills in. */
  public record Field(
      String name,
      String label,
      String help,
      String kind,
      boolean required,
      boolean secret,
      String initial,
      List<String> choices) {

    static List<Field> of(List<Setting> settings) {
      return settings.stream().map(Field::of).toList();
    }

    private static Field of(Setting setting) {
      return new Field(
          setting.name(),
          setting.label(),
          setting.help(),
          setting.kind().name().toLowerCase(Locale.ROOT),
          setting.required(),
          setting.kind() == Setting.Kind.SECRET,
          setting.initial().orElse(null),
          setting.choices().isEmpty() ? null : setting.choices());
    }
  }

  /** A type of item that it reads or writes. */
  public record Type(
      String name,
      String label,
      boolean writable,
      boolean movable,
      boolean notifiable,
      boolean splittable) {

    static Type of(TypeDescriptor type) {
      return new Type(
          type.name(),
          type.label(),
          !type.writableFields().isEmpty(),
          type.isMovable(),
          type.isNotifiable(),
          type.isSplittable());
    }
  }

  /** A one-off call that it offers, and what it takes. */
  public record Action(String name, String label, List<Field> fields) {

    public static Action of(ActionDescriptor<?, ?> action) {
      return new Action(action.name(), action.label(), Field.of(action.fields()));
    }
  }

  static PluginSummary of(ReadyPlugin plugin) {
    PluginDescriptor descriptor = plugin.descriptor();
    return new PluginSummary(
        plugin.id(),
        descriptor.name(),
        descriptor.description(),
        plugin.version(),
        PluginApi.VERSION,
        State.READY,
        null,
        plugin.location().toString(),
        plugin.icon().orElse(null),
        descriptor.categories(),
        Flow.of(descriptor.authorization()),
        Field.of(descriptor.settings()),
        descriptor.types().stream().map(Type::of).toList(),
        descriptor.actions().stream().map(Action::of).toList(),
        descriptor.webhookScope().map(Webhooks::of).orElse(null),
        plugin.contract());
  }

  static PluginSummary of(RefusedPlugin plugin) {
    return new PluginSummary(
        plugin.id().orElse(null),
        plugin.id().orElse(plugin.location().path().getFileName().toString()),
        null,
        plugin.manifest().map(PluginManifest::version).orElse(null),
        null,
        State.REFUSED,
        plugin.reason(),
        plugin.location().toString(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The place in the list: those in use by id, then the others by place. */
  String key() {
    return state == State.READY ? "a " + id : "b " + location;
  }
}
