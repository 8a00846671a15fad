package dev.patchbay.host.sync;

/** The engine's own reason why a pull cannot go on; the message is for the admin. */
class PullFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PullFailure(String message) {
    super(message);
  }
}
