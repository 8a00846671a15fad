package dev.patchbay.console.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.patchbay.console.host.HostUnreachable;
import jakarta.servlet.http.HttpServletResponse;

/** The host does not answer. */
@AnonymousAllowed
class UnreachablePage extends CalmPage implements HasErrorParameter<HostUnreachable> {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<HostUnreachable> error) {
    tell(
        "unplugged",
        "The Patchbay server does not answer",
        "Your connections and records are safe. The server may be restarting; this usually takes"
            + " less than a minute.");
    return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
  }
}
