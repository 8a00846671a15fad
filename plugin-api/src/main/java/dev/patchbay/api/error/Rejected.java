package dev.patchbay.api.error;

/**
 * The service understood the request and refuses it. Repeating it would not help: the host sets the
 * item aside for a person and goes on with the rest.
 *
 * @since 1
 */
public final class Rejected extends IntegrationException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the service's own words; never null
   */
  public Rejected(String message) {
    super(message, null);
  }

  /**
   * @param message the service's own words; never null
   * @param cause the exception behind it
   */
  public Rejected(String message, Throwable cause) {
    super(message, cause);
  }
}
