package dev.patchbay.host.connection;

/**
 * Something was sent to a service that would change something there, and nobody can tell whether it
 * did. Whoever asked for it must look before asking again; nothing here repeats it.
 */
public final class OutcomeUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutcomeUnknown(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
