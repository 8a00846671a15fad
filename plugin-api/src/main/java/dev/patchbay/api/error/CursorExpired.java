package dev.patchbay.api.error;

/**
 * The service no longer knows the cursor. The host starts over from {@code Cursor.start()} and
 * treats what it reads as a snapshot.
 *
 * @since 1
 */
public final class CursorExpired extends IntegrationException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the service's own words; never null
   */
  public CursorExpired(String message) {
    super(message, null);
  }

  /**
   * @param message the service's own words; never null
   * @param cause the exception behind it
   */
  public CursorExpired(String message, Throwable cause) {
    super(message, cause);
  }
}
