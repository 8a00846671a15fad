package dev.patchbay.api.error;

/**
 * The service no longer accepts the credential. The host refreshes it once and repeats the call; if
 * that fails too, the connection waits for a person to connect it again.
 *
 * @since 1
 */
public final class ReauthorizationNeeded extends IntegrationException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the service's own words; never null
   */
  public ReauthorizationNeeded(String message) {
    super(message, null);
  }

  /**
   * @param message the service's own words; never null
   * @param cause the exception behind it
   */
  public ReauthorizationNeeded(String message, Throwable cause) {
    super(message, cause);
  }
}
