package dev.patchbay.host.caller;

/** A token of an outside issuer that is good for nothing here; the message says why. */
public class NotAdmitted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAdmitted(String why) {
    super("The subject_token is refused: " + why);
  }
}
