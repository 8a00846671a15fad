package dev.patchbay.api.error;

/**
 * The service cannot be reached or failed on its side (connection refused, time-out, HTTP 5xx). The
 * host tries again later with exponential backoff and counts the failure against the connection's
 * breaker.
 *
 * @since 1
 */
public final class Unavailable extends IntegrationException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the service's own words; never null
   */
  public Unavailable(String message) {
    super(message, null);
  }

  /**
   * @param message the service's own words; never null
   * @param cause the exception behind it
   */
  public Unavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
