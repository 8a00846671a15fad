package dev.patchbay.console.host;

/** The host was reached and said no. */
public class HostProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public HostProblem(Problem problem) {
    super(problem.inWords());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  public boolean is(int status) {
    return problem.status() == status;
  }
}
