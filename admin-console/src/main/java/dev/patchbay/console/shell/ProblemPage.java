package dev.patchbay.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.NotSignedIn;
import dev.patchbay.console.host.Problem;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Copyable;
import jakarta.inject.Inject;

/** The host refused what the page needs. */
@AnonymousAllowed
class ProblemPage extends CalmPage implements HasErrorParameter<HostProblem> {
  private final Visitor visitor;

  @Inject
  ProblemPage(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<HostProblem> error) {
    if (error.getException() instanceof NotSignedIn) {
      visitor.leave("sign-in?ended");
    }
    Problem problem = error.getException().problem();
    String title = problem.status() == 404 ? "This does not exist (any more)" : problem.title();
    tell("alert", title, problem.inWords(), reference(problem));
    return problem.status();
  }

  private static Component[] reference(Problem problem) {
    return problem.correlation().stream()
        .map(id -> new Copyable("the reference", id))
        .toArray(Component[]::new);
  }
}
