package dev.patchbay.api.error;

/**
 * The item changed at the service since the version that the write was based on (HTTP 412 and its
 * like). The host reads the fresh version and merges again.
 *
 * @since 1
 */
public final class VersionConflict extends IntegrationException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message the service's own words; never null
   */
  public VersionConflict(String message) {
    super(message, null);
  }

  /**
   * @param message the service's own words; never null
   * @param cause the exception behind it
   */
  public VersionConflict(String message, Throwable cause) {
    super(message, cause);
  }
}
