package dev.patchbay.host.security;

import java.time.Duration;
import java.util.Optional;

/** A refusal of the token call, in the words of RFC 6749, section 5.2. */
public class OAuthRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String error;
  private final Duration retryAfter;

  private OAuthRefusal(int status, String error, String description, Duration retryAfter) {
    super(description);
    this.status = status;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  static OAuthRefusal invalidRequest(String description) {
    return new OAuthRefusal(400, "invalid_request", description, null);
  }

  static OAuthRefusal invalidClient(String description) {
    return new OAuthRefusal(401, "invalid_client", description, null);
  }

  static OAuthRefusal unsupportedGrantType(String description) {
    return new OAuthRefusal(400, "unsupported_grant_type", description, null);
  }

  static OAuthRefusal invalidScope(String description) {
    return new OAuthRefusal(400, "invalid_scope", description, null);
  }

  /** RFC 8693, section 2.2.2. */
  static OAuthRefusal invalidTarget(String description) {
    return new OAuthRefusal(400, "invalid_target", description, null);
  }

  static OAuthRefusal notNow(String description) {
    return new OAuthRefusal(503, "temporarily_unavailable", description, Duration.ofSeconds(30));
  }

  /** Has no code in RFC 6749; the nearest is that of the authorization endpoint. */
  static OAuthRefusal tooManyTries(Duration retryAfter) {
    return new OAuthRefusal(
        429, "temporarily_unavailable", "Too many wrong tries for this client", retryAfter);
  }

  int status() {
    return status;
  }

  String error() {
    return error;
  }

  Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
