package dev.patchbay.console.host;

/** The host does not (or no longer) know the person behind the call. */
public class NotSignedIn extends HostProblem {
  private static final long serialVersionUID = 1L;

  public NotSignedIn(Problem problem) {
    super(problem);
  }
}
