package dev.patchbay.api.auth;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The OAuth 2.0 authorization code flow (RFC 6749) with PKCE (RFC 7636), as one service wants it. A
 * service's quirks stand here as data; the host has no branch for any of them. Immutable.
 *
 * @since 1
 */
public final class OAuth2 extends Authorization {

  /** How the client proves itself at the token endpoint (RFC 6749 section 2.3.1). */
  public enum ClientAuthentication {
    /** In the {@code Authorization} header. */
    BASIC,
    /** As {@code client_id} and {@code client_secret} in the body. */
    BODY
  }

  private final URI authorizeUrl;
  private final URI tokenUrl;
  private final URI revokeUrl;
  private final List<String> scopes;
  private final String scopeSeparator;
  private final ClientAuthentication clientAuthentication;
  private final boolean pkce;
  private final Map<String, String> authorizeParameters;
  private final String tokenPointer;
  private final AfterToken afterToken;

  private OAuth2(Builder builder) {
    authorizeUrl = builder.authorizeUrl;
    tokenUrl = builder.tokenUrl;
    revokeUrl = builder.revokeUrl;
    scopes = List.copyOf(builder.scopes);
    scopeSeparator = builder.scopeSeparator;
    clientAuthentication = builder.clientAuthentication;
    pkce = builder.pkce;
    authorizeParameters = Map.copyOf(builder.authorizeParameters);
    tokenPointer = builder.tokenPointer;
    afterToken = builder.afterToken;
  }

  /**
   * @param authorizeUrl where the person consents
   * @param tokenUrl where a code or a refresh token is exchanged
   */
  public static Builder builder(String authorizeUrl, String tokenUrl) {
    return new Builder(authorizeUrl, tokenUrl);
  }

  @Override
  public String kind() {
    return "oauth2";
  }

  /** Where the person consents. */
  public URI authorizeUrl() {
    return authorizeUrl;
  }

  /** Where a code or a refresh token is exchanged. */
  public URI tokenUrl() {
    return tokenUrl;
  }

  /** Where a token is revoked (RFC 7009); empty if the service has no such place. */
  public Optional<URI> revokeUrl() {
    return Optional.ofNullable(revokeUrl);
  }

  /** The scopes that are asked for unless the integration says otherwise. */
  public List<String> scopes() {
    return scopes;
  }

  /** What stands between two scopes; a space by default (RFC 6749 section 3.3). */
  public String scopeSeparator() {
    return scopeSeparator;
  }

  /** How the client proves itself at the token endpoint; {@code BASIC} by default. */
  public ClientAuthentication clientAuthentication() {
    return clientAuthentication;
  }

  /** Whether PKCE with S256 is used; true unless the service refuses it. */
  public boolean pkce() {
    return pkce;
  }

  /** Further parameters of the authorization request. */
  public Map<String, String> authorizeParameters() {
    return authorizeParameters;
  }

  /**
   * Where the token's fields sit in the token answer, as a JSON Pointer (RFC 6901); empty text for
   * the top.
   */
  public String tokenPointer() {
    return tokenPointer;
  }

  /** The step between the token answer and the finished connection. */
  public Optional<AfterToken> afterToken() {
    return Optional.ofNullable(afterToken);
  }

  /** Collects a service's ways; not safe for use by several threads. */
  public static final class Builder {

    private final URI authorizeUrl;
    private final URI tokenUrl;
    private URI revokeUrl;
    private final List<String> scopes = new ArrayList<>();
    private String scopeSeparator = " ";
    private ClientAuthentication clientAuthentication = ClientAuthentication.BASIC;
    private boolean pkce = true;
    private final Map<String, String> authorizeParameters = new LinkedHashMap<>();
    private String tokenPointer = "";
    private AfterToken afterToken;

    private Builder(String authorizeUrl, String tokenUrl) {
      this.authorizeUrl = URI.create(authorizeUrl);
      this.tokenUrl = URI.create(tokenUrl);
    }

    /** Where a token is revoked (RFC 7009). */
    public Builder revokeUrl(String revokeUrl) {
      this.revokeUrl = URI.create(revokeUrl);
      return this;
    }

    /** Scopes to ask for. */
    public Builder scopes(String... scopes) {
      this.scopes.addAll(List.of(scopes));
      return this;
    }

    /** What stands between two scopes. */
    public Builder scopeSeparator(String separator) {
      this.scopeSeparator = Objects.requireNonNull(separator, "separator");
      return this;
    }

    /** How the client proves itself at the token endpoint. */
    public Builder clientAuthentication(ClientAuthentication clientAuthentication) {
      this.clientAuthentication = Objects.requireNonNull(clientAuthentication);
      return this;
    }

    /** The service refuses PKCE. */
    public Builder withoutPkce() {
      this.pkce = false;
      return this;
    }

    /** A further parameter of the authorization request. */
    public Builder authorizeParameter(String name, String value) {
      authorizeParameters.put(name, value);
      return this;
    }

    /** Where the token's fields sit in the token answer, as a JSON Pointer. */
    public Builder tokenPointer(String pointer) {
      this.tokenPointer = Objects.requireNonNull(pointer, "pointer");
      return this;
    }

    /** A step between the token answer and the finished connection. */
    public Builder afterToken(AfterToken step) {
      this.afterToken = Objects.requireNonNull(step, "step");
      return this;
    }

    /** The declaration. */
    public OAuth2 build() {
      return new OAuth2(this);
    }
  }
}
