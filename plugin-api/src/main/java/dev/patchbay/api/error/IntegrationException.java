package dev.patchbay.api.error;

/**
 * The one way in which a plugin says that a service did not do what was asked.
 *
 * <p>Every failure is one of six categories, and each category has exactly one consequence in the
 * host. A plugin translates what the service said into the category and passes the service's own
 * words on in the message; it never retries, waits or logs on its own.
 *
 * <p>Anything else that a plugin throws is treated as a bug of the plugin: it is logged with its
 * stack and the run fails, while the server and all other connections go on.
 *
 * <p>Messages must not contain a credential: they are shown to the admin and to the CRM.
 *
 * @since 1
 */
public abstract sealed class IntegrationException extends RuntimeException
    permits CursorExpired,
        RateLimited,
        ReauthorizationNeeded,
        Rejected,
        Unavailable,
        VersionConflict {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what happened, in the service's own words where there are any; never null
   * @param cause the exception behind it, or null if there is none
   */
  protected IntegrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
