package dev.patchbay.api.auth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The OAuth 2.0 client credentials grant (RFC 6749 section 4.4): a person types in the id and the
 * secret of a client of theirs, and the host gets access tokens for it, again whenever one ends.
 * Immutable; the plugin gets the access token with {@link Auth#token()}.
 *
 * @since 1
 */
public final class ClientCredentials extends Authorization {

  private final URI tokenUrl;
  private final List<String> scopes;
  private final String scopeSeparator;
  private final OAuth2.ClientAuthentication clientAuthentication;
  private final Map<String, String> tokenParameters;
  private final String tokenPointer;

  private ClientCredentials(Builder builder) {
    tokenUrl = builder.tokenUrl;
    scopes = List.copyOf(builder.scopes);
    scopeSeparator = builder.scopeSeparator;
    clientAuthentication = builder.clientAuthentication;
    tokenParameters = Map.copyOf(builder.tokenParameters);
    tokenPointer = builder.tokenPointer;
  }

  /**
   * @param tokenUrl where a token is asked for
   */
  public static Builder builder(String tokenUrl) {
    return new Builder(tokenUrl);
  }

  @Override
  public String kind() {
    return "client-credentials";
  }

  /** Where a token is asked for. */
  public URI tokenUrl() {
    return tokenUrl;
  }

  /** The scopes that are asked for. */
  public List<String> scopes() {
    return scopes;
  }

  /** What stands between two scopes; a space by default. */
  public String scopeSeparator() {
    return scopeSeparator;
  }

  /** How the client proves itself; {@code BASIC} by default. */
  public OAuth2.ClientAuthentication clientAuthentication() {
    return clientAuthentication;
  }

  /** Further parameters of the token request, such as {@code audience}. */
  public Map<String, String> tokenParameters() {
    return tokenParameters;
  }

  /** Where the token's fields sit in the answer, as a JSON Pointer; empty text for the top. */
  public String tokenPointer() {
    return tokenPointer;
  }

  /** Collects a service's ways; not safe for use by several threads. */
  public static final class Builder {

    private final URI tokenUrl;
    private final List<String> scopes = new ArrayList<>();
    private String scopeSeparator = " ";
    private OAuth2.ClientAuthentication clientAuthentication = OAuth2.ClientAuthentication.BASIC;
    private final Map<String, String> tokenParameters = new TreeMap<>();
    private String tokenPointer = "";

    private Builder(String tokenUrl) {
      this.tokenUrl = URI.create(tokenUrl);
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

    /** How the client proves itself. */
    public Builder clientAuthentication(OAuth2.ClientAuthentication clientAuthentication) {
      this.clientAuthentication = Objects.requireNonNull(clientAuthentication);
      return this;
    }

    /** A further parameter of the token request. */
    public Builder tokenParameter(String name, String value) {
      tokenParameters.put(name, value);
      return this;
    }

    /** Where the token's fields sit in the answer, as a JSON Pointer. */
    public Builder tokenPointer(String pointer) {
      this.tokenPointer = Objects.requireNonNull(pointer, "pointer");
      return this;
    }

    /** The declaration. */
    public ClientCredentials build() {
      return new ClientCredentials(this);
    }
  }
}
