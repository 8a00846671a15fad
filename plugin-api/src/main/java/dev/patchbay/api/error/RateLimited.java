package dev.patchbay.api.error;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * The service asks to slow down. The host waits exactly as long as the service asked, else it backs
 * off; other connections are not slowed.
 *
 * @since 1
 */
public final class RateLimited extends IntegrationException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;
  private final String request;

  /**
   * A limit without a stated end.
   *
   * @param message the service's own words; never null
   */
  public RateLimited(String message) {
    this(message, null, null);
  }

  /**
   * @param message the service's own words; never null
   * @param retryAfter how long the service asks to wait, or null if it does not say
   */
  public RateLimited(String message, Duration retryAfter) {
    this(message, retryAfter, null);
  }

  /**
   * @param message the service's own words; never null
   * @param retryAfter how long the service asks to wait, or null if it does not say
   * @param cause the exception behind it, or null if there is none
   */
  public RateLimited(String message, Duration retryAfter, Throwable cause) {
    this(null, message, retryAfter, cause);
  }

  private RateLimited(String request, String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.request = request;
    this.retryAfter = retryAfter;
  }

  /**
   * A limit on one kind of request, of a service that counts each kind by itself: other calls of
   * the connection need not wait.
   *
   * @param request what is limited, such as the name of a method
   * @param message the service's own words; never null
   * @param retryAfter how long the service asks to wait, or null if it does not say
   */
  public static RateLimited onlyFor(String request, String message, Duration retryAfter) {
    return new RateLimited(Objects.requireNonNull(request, "request"), message, retryAfter, null);
  }

  /** How long the service asks to wait; empty if it does not say. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** The one kind of request that is limited; empty if the whole connection is. */
  public Optional<String> onlyFor() {
    return Optional.ofNullable(request);
  }
}
