package dev.patchbay.host.problem;

/** The server must not start; the message is the one sentence that its operator reads. */
public class StartupRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartupRefused(String sentence) {
    super(sentence);
  }

  public StartupRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
