package dev.patchbay.api.auth;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The OAuth 2.0 authorization code flow (RFC 6749) with PKCE (RFC 7636), as one service wants it,
 * with or without OpenID Connect on top. A service's quirks stand here as data; the host has no
 * branch for any of them. Immutable.
 *
 * <p>The paths of addresses may hold names of settings in braces, {@code
 * https://login.example.com/{tenant}/token}: each integration fills in its own. Such a setting must
 * be declared as required or with an initial value, and must not be secret; its value becomes one
 * segment of the path and nothing more.
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
  private final String issuer;
  private final boolean openId;
  private final boolean namesIssuer;
  private final TokenExchange longLived;
  private final TokenExchange renewal;
  private final List<String> scopes;
  private final String scopeSeparator;
  private final ClientAuthentication clientAuthentication;
  private final boolean pkce;
  private final Map<String, String> authorizeParameters;
  private final String tokenPointer;
  private final AfterToken afterToken;
  private final Duration consentLifetime;
  private final Set<String> grantEndings;

  private OAuth2(Builder builder) {
    authorizeUrl = builder.authorizeUrl;
    tokenUrl = builder.tokenUrl;
    revokeUrl = builder.revokeUrl;
    issuer = builder.issuer;
    openId = builder.openId;
    namesIssuer = builder.namesIssuer;
    longLived = builder.longLived;
    renewal = builder.renewal;
    scopes = List.copyOf(builder.scopes);
    scopeSeparator = builder.scopeSeparator;
    clientAuthentication = builder.clientAuthentication;
    pkce = builder.pkce;
    authorizeParameters = Map.copyOf(builder.authorizeParameters);
    tokenPointer = builder.tokenPointer;
    afterToken = builder.afterToken;
    consentLifetime = builder.consentLifetime;
    grantEndings = Set.copyOf(builder.grantEndings);
  }

  /**
   * @param authorizeUrl where the person consents
   * @param tokenUrl where a code or a refresh token is exchanged
   */
  public static Builder builder(String authorizeUrl, String tokenUrl) {
    return new Builder(authorizeUrl, tokenUrl);
  }

  /**
   * OpenID Connect (Core 1.0): the addresses come from the issuer's discovery document, and the
   * token answer must bring an id_token, which the host checks. Asks for the scope {@code openid}.
   *
   * <p>What the id_token says of the person is given to the plugin as {@code
   * auth().field("openid_subject")}.
   *
   * @param issuer exactly as the service writes it; its host and those of its addresses must be
   *     among the plugin's egress hosts
   */
  public static Builder openId(String issuer) {
    var builder = new Builder();
    builder.openId = true;
    return builder.issuer(issuer).scopes("openid");
  }

  @Override
  public String kind() {
    return "oauth2";
  }

  /**
   * Where the person consents; names of settings appear with encoded braces.
   *
   * @throws IllegalStateException if the addresses are discovered
   */
  public URI authorizeUrl() {
    return declared(authorizeUrl);
  }

  /**
   * Where a code or a refresh token is exchanged; names of settings appear with encoded braces.
   *
   * @throws IllegalStateException if the addresses are discovered
   */
  public URI tokenUrl() {
    return declared(tokenUrl);
  }

  /** The issuer's name; empty if the service has none or the plugin does not know it. */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** Whether the flow is OpenID Connect with discovered addresses. */
  public boolean openId() {
    return openId;
  }

  /** Whether the service promises to name itself in every callback (RFC 9207). */
  public boolean namesIssuer() {
    return namesIssuer;
  }

  /** What turns a fresh access token into one that lives long; empty if nothing does. */
  public Optional<TokenExchange> longLived() {
    return Optional.ofNullable(longLived);
  }

  /** What renews the access token by itself; empty if a refresh token does. */
  public Optional<TokenExchange> renewal() {
    return Optional.ofNullable(renewal);
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

  /**
   * How long a consent lasts, however often its tokens are renewed; empty if it does not end by
   * itself or the token answer says when ({@code refresh_token_expires_in}). Its end is announced
   * to people beforehand.
   */
  public Optional<Duration> consentLifetime() {
    return Optional.ofNullable(consentLifetime);
  }

  /**
   * The service's own error codes that say a grant is dead, beside {@code invalid_grant} (RFC 6749
   * section 5.2).
   */
  public Set<String> grantEndings() {
    return grantEndings;
  }

  private URI declared(URI address) {
    if (address == null) {
      throw new IllegalStateException("The addresses stand in the discovery document of " + issuer);
    }
    return address;
  }

  private static URI template(String address) {
    return URI.create(address.replace("{", "%7B").replace("}", "%7D"));
  }

  /** Collects a service's ways; not safe for use by several threads. */
  public static final class Builder {

    private URI authorizeUrl;
    private URI tokenUrl;
    private URI revokeUrl;
    private String issuer;
    private boolean openId;
    private boolean namesIssuer;
    private TokenExchange longLived;
    private TokenExchange renewal;
    private final List<String> scopes = new ArrayList<>();
    private String scopeSeparator = " ";
    private ClientAuthentication clientAuthentication = ClientAuthentication.BASIC;
    private boolean pkce = true;
    private final Map<String, String> authorizeParameters = new LinkedHashMap<>();
    private String tokenPointer = "";
    private AfterToken afterToken;
    private Duration consentLifetime;
    private final Set<String> grantEndings = new LinkedHashSet<>();

    private Builder() {}

    private Builder(String authorizeUrl, String tokenUrl) {
      this.authorizeUrl = template(authorizeUrl);
      this.tokenUrl = template(tokenUrl);
    }

    /** Where a token is revoked (RFC 7009). */
    public Builder revokeUrl(String revokeUrl) {
      this.revokeUrl = template(revokeUrl);
      return this;
    }

    /**
     * The service's issuer name (RFC 8414), exactly as it writes it. A callback that names another
     * is refused (RFC 9207).
     */
    public Builder issuer(String issuer) {
      this.issuer = Objects.requireNonNull(issuer, "issuer");
      return this;
    }

    /** The service names itself in every callback (RFC 9207): one without the name is refused. */
    public Builder namesIssuer() {
      this.namesIssuer = true;
      return this;
    }

    /** A fresh access token is exchanged for one that lives long. */
    public Builder longLived(TokenExchange exchange) {
      this.longLived = Objects.requireNonNull(exchange, "exchange");
      return this;
    }

    /** There is no refresh token: the access token itself is exchanged for its successor. */
    public Builder renewal(TokenExchange exchange) {
      this.renewal = Objects.requireNonNull(exchange, "exchange");
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

    /**
     * A consent ends this long after it was given, however often its tokens are renewed. Not needed
     * where the token answer says so in {@code refresh_token_expires_in}.
     *
     * @throws IllegalArgumentException if it is not longer than nothing
     */
    public Builder consentLifetime(Duration lifetime) {
      if (lifetime.isNegative() || lifetime.isZero()) {
        throw new IllegalArgumentException("A consent lasts longer than " + lifetime);
      }
      this.consentLifetime = lifetime;
      return this;
    }

    /**
     * The token endpoint says with these codes that a grant is dead, where RFC 6749 has {@code
     * invalid_grant}.
     */
    public Builder grantEndedBy(String... errors) {
      grantEndings.addAll(List.of(errors));
      return this;
    }

    /** The declaration. */
    public OAuth2 build() {
      return new OAuth2(this);
    }
  }
}
