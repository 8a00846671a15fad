package dev.patchbay.api.auth;

import dev.patchbay.api.setting.Secret;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What one call to the service needs to prove who it is, and no more: never a refresh token and
 * never a client secret. Immutable; {@link #toString()} names the fields only.
 *
 * <p>A plugin asks its context for it at every request, so that a token which was renewed in
 * between is honoured, and keeps it nowhere.
 *
 * @since 1
 */
public final class Auth {

  private static final String TOKEN = "token";
  private static final String USERNAME = "username";
  private static final String PASSWORD = "password";

  private final Map<String, Secret> fields;

  private Auth(Map<String, Secret> fields) {
    this.fields = Map.copyOf(fields);
  }

  /** A bearer token or an API key. */
  public static Auth token(Secret token) {
    return new Auth(Map.of(TOKEN, token));
  }

  /** A user name and a password. */
  public static Auth basic(String username, Secret password) {
    return new Auth(Map.of(USERNAME, Secret.of(username), PASSWORD, password));
  }

  /** The fields that the plugin's {@link Authorization} names. */
  public static Auth fields(Map<String, Secret> fields) {
    return new Auth(fields);
  }

  /**
   * The bearer token or API key.
   *
   * @throws IllegalStateException if the plugin declared another kind of authorization
   */
  public Secret token() {
    return field(TOKEN);
  }

  /**
   * The user name.
   *
   * @throws IllegalStateException if the plugin declared another kind of authorization
   */
  public String username() {
    return field(USERNAME).reveal();
  }

  /**
   * The password.
   *
   * @throws IllegalStateException if the plugin declared another kind of authorization
   */
  public Secret password() {
    return field(PASSWORD);
  }

  /**
   * A field by its declared name.
   *
   * @throws IllegalStateException if there is no such field; names those there are
   */
  public Secret field(String name) {
    var secret = fields.get(Objects.requireNonNull(name, "name"));
    if (secret == null) {
      throw new IllegalStateException(
          "This authorization has no \"" + name + "\", only " + fields.keySet());
    }
    return secret;
  }

  /** A field by its declared name; empty if whoever connected the account left it out. */
  public Optional<Secret> optional(String name) {
    return Optional.ofNullable(fields.get(Objects.requireNonNull(name, "name")));
  }

  @Override
  public String toString() {
    return "Auth" + fields.keySet();
  }
}
