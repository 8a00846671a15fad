package dev.patchbay.api.auth;

import java.net.URI;
import java.util.Objects;

/**
 * A service's own grant by which one access token is exchanged for another, outside of RFC 6749:
 * for one that lives long, or for its successor. Immutable.
 *
 * <p>The request carries {@code grant_type} and the token; it is sent as a query by GET, since that
 * is how the services that have such a grant want it.
 *
 * @since 1
 */
public final class TokenExchange {

  /** What proves the client in such a request. */
  public enum Proof {
    /** Nothing besides the token. */
    NONE,
    /** The {@code client_secret}. */
    SECRET,
    /** The {@code client_id} and the {@code client_secret}. */
    CLIENT
  }

  private final URI url;
  private final String grantType;
  private final String tokenParameter;
  private final Proof proof;

  private TokenExchange(URI url, String grantType, String tokenParameter, Proof proof) {
    this.url = Objects.requireNonNull(url, "url");
    this.grantType = Objects.requireNonNull(grantType, "grantType");
    this.tokenParameter = Objects.requireNonNull(tokenParameter, "tokenParameter");
    this.proof = Objects.requireNonNull(proof, "proof");
  }

  /**
   * @param url where the token is exchanged
   * @param grantType the value of {@code grant_type}, such as {@code ig_refresh_token}
   * @param tokenParameter the parameter that carries the old token
   * @param proof what proves the client
   */
  public static TokenExchange of(String url, String grantType, String tokenParameter, Proof proof) {
    return new TokenExchange(URI.create(url), grantType, tokenParameter, proof);
  }

  /** Where the token is exchanged. */
  public URI url() {
    return url;
  }

  /** The value of {@code grant_type}. */
  public String grantType() {
    return grantType;
  }

  /** The parameter that carries the old token. */
  public String tokenParameter() {
    return tokenParameter;
  }

  /** What proves the client. */
  public Proof proof() {
    return proof;
  }
}
