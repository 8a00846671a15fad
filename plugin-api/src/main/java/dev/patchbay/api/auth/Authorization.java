package dev.patchbay.api.auth;

/**
 * How an account is connected, as data that the host turns into a flow or a form. The host runs it,
 * stores what comes of it, renews it and hands out what one call needs as {@link Auth}.
 *
 * @since 1
 */
public abstract sealed class Authorization permits OAuth2, ClientCredentials, Form {

  Authorization() {}

  /** {@code oauth2}, {@code client-credentials} or {@code form}. */
  public abstract String kind();
}
