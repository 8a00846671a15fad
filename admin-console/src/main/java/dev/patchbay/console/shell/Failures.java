package dev.patchbay.console.shell;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.HostUnreachable;
import dev.patchbay.console.host.NotSignedIn;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Notice;
import java.lang.System.Logger.Level;

/** What went wrong behind a click, in words; the page itself stays usable. */
class Failures implements ErrorHandler {
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(Failures.class.getName());

  private final transient Visitor visitor;

  Failures(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public void error(ErrorEvent event) {
    Throwable cause = root(event.getThrowable());
    if (cause instanceof NotSignedIn) {
      visitor.leave("sign-in?ended");
    } else if (cause instanceof HostProblem refused) {
      Notice.problem(refused.problem());
    } else if (cause instanceof HostUnreachable) {
      Notice.problem("The Patchbay server does not answer. Nothing was changed; try again soon.");
    } else {
      LOG.log(Level.ERROR, "a page of the console failed", event.getThrowable());
      Notice.problem("Something went wrong on this page. The server's log has the details.");
    }
  }

  private static Throwable root(Throwable thrown) {
    Throwable known = thrown;
    while (!(known instanceof HostProblem || known instanceof HostUnreachable)
        && known.getCause() != null) {
      known = known.getCause();
    }
    return known;
  }
}
