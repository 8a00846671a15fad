package dev.patchbay.console.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteNotFoundError;
import jakarta.servlet.http.HttpServletResponse;

/** An address that leads nowhere. */
class NotFoundPage extends RouteNotFoundError {
  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
    Missing page = new Missing();
    page.tell(
        "unplugged", "There is nothing at this address", "It may have been mistyped or removed.");
    getElement().appendChild(page.getElement());
    return HttpServletResponse.SC_NOT_FOUND;
  }

  private static final class Missing extends CalmPage {}
}
