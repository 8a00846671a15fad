package dev.patchbay.host.security;

import java.util.Locale;

/** Why somebody who came from a provider is not let in. */
public final class Unwelcome extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reasons, in words of the address that tells the console. */
  public enum Reason {
    /** The organisation is unknown, or has no single sign-on. */
    ORGANISATION,
    /** Nothing here knows this visit: another browser, a replay, a forgery. */
    VISIT,
    /** More sign-ins begin at the person's address than one address may begin. */
    BUSY,
    /** It took too long. */
    EXPIRED,
    /** The person said no at the provider. */
    DECLINED,
    /** The provider did not answer as it must; the audit has more. */
    PROVIDER,
    /** The address is not of an allowed domain, or the provider has not verified it. */
    EMAIL,
    /** Nothing that the provider says gives a role here. */
    ROLE,
    /** Nobody here is known by this name, and nobody new is let in. */
    PERSON,
    /** There is somebody of that name, and no admin has said that they are the same. */
    NAME,
    /** The account is shut out. */
    DISABLED,
    /** Server admins come in with their password only. */
    SERVER_ADMIN;

    /** Returns how the console is told. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;

  public Unwelcome(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Unwelcome(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
