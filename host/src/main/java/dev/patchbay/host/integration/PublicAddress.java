package dev.patchbay.host.integration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where browsers and services find this server. It comes from the configuration and never from a
 * request's Host header, which anybody can write.
 */
@Singleton
public class PublicAddress {
  private final String base;

  @Inject
  public PublicAddress(
      @ConfigProperty(name = "patchbay.public-url", defaultValue = "http://127.0.0.1:8080")
          String base) {
    this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  /** The address that is registered with every service. */
  public String redirectUri() {
    return base + "/api/oauth/callback";
  }

  /** Where a person starts to connect an account. */
  public String connectUrl(String token) {
    return base + "/api/connect/" + token;
  }

  /** The page that ends an attempt, such as {@code connected}. */
  public URI resultPage(String name) {
    return URI.create(base + "/api/result/" + name + ".html");
  }

  /** The static page on which a person types in what connects the account of a session. */
  public URI formPage(String sessionId) {
    return URI.create(base + "/api/result/form.html#" + sessionId);
  }

  /** The address that is registered with a tenant's own provider of sign-ins. */
  public String signInCallback(String tenantId) {
    return base + "/api/sign-in/" + tenantId + "/callback";
  }

  /** Where the people of a tenant start to sign in with their provider. */
  public String signInStart(String tenantId) {
    return base + "/console/sign-in?organisation=" + tenantId;
  }

  /**
   * The console's page for strangers.
   *
   * @param query what it is told, encoded
   */
  public URI signInPage(String query) {
    return URI.create(base + "/console/sign-in?" + query);
  }

  /** Where a service tells of changes. */
  public URI webhook(String plugin, String token) {
    return URI.create(base + "/api/hooks/" + encoded(plugin) + "/" + encoded(token));
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8);
  }

  /** Whether a request's Origin header names this server. */
  public boolean isOrigin(String header) {
    var own = URI.create(base);
    return (own.getScheme() + "://" + own.getRawAuthority()).equals(header);
  }

  /** Whether browsers come encrypted, so that cookies can insist on it. */
  public boolean isHttps() {
    return base.startsWith("https://");
  }
}
