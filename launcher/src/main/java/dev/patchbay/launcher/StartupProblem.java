package dev.patchbay.launcher;

/** A reason not to start that the operator can mend: its message is all that is printed. */
final class StartupProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartupProblem(String message) {
    super(message);
  }

  StartupProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
