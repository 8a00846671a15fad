package dev.patchbay.console.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import dev.patchbay.console.signin.Visitor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Hangs the console's guards into Vaadin as it starts. */
@Singleton
public class Wiring {
  private final Visitor visitor;

  @Inject
  public Wiring(Visitor visitor) {
    this.visitor = visitor;
  }

  public void onStart(@Observes ServiceInitEvent start) {
    start.addIndexHtmlRequestListener(new FirstPage());
    start
        .getSource()
        .addSessionInitListener(
            session -> session.getSession().setErrorHandler(new Failures(visitor)));
    Guard guard = new Guard(visitor);
    start.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(guard));
  }
}
