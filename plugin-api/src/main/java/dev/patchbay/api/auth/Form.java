package dev.patchbay.api.auth;

import dev.patchbay.api.setting.Setting;
import java.util.List;

/**
 * An authorization that a person types in: an API key, a user name with a password, or any fields
 * that the service asks for. Immutable.
 *
 * @since 1
 */
public final class Form extends Authorization {

  private final List<Setting> fields;

  private Form(List<Setting> fields) {
    this.fields = List.copyOf(fields);
  }

  /**
   * One API key, which the plugin gets with {@link Auth#token()}.
   *
   * @param label how the service calls it
   * @param help where to find it
   */
  public static Form apiKey(String label, String help) {
    return new Form(
        List.of(
            Setting.builder("token", label, Setting.Kind.SECRET).help(help).required().build()));
  }

  /** A user name and a password, which the plugin gets with {@link Auth#username()}. */
  public static Form basic(String usernameLabel, String passwordLabel) {
    return new Form(
        List.of(
            Setting.builder("username", usernameLabel, Setting.Kind.TEXT).required().build(),
            Setting.builder("password", passwordLabel, Setting.Kind.SECRET).required().build()));
  }

  /** Fields of the plugin's choice, which it gets with {@link Auth#field(String)}. */
  public static Form of(List<Setting> fields) {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("An authorization form needs at least one field");
    }
    return new Form(fields);
  }

  @Override
  public String kind() {
    return "form";
  }

  /** The fields in the order of the form. */
  public List<Setting> fields() {
    return fields;
  }
}
