package dev.patchbay.console.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import dev.patchbay.console.signin.SignInView;
import dev.patchbay.console.signin.Visitor;
import java.security.Principal;
import java.util.function.Predicate;

/** Lets a page open only for whom it is made; strangers are sent to the sign-in. */
class Guard extends NavigationAccessControl {
  private static final long serialVersionUID = 1L;

  private final transient Visitor visitor;

  Guard(Visitor visitor) {
    this.visitor = visitor;
    setLoginView(SignInView.class);
  }

  @Override
  protected Principal getPrincipal(VaadinRequest request) {
    return visitor.me().orElse(null);
  }

  @Override
  protected Predicate<String> getRolesChecker(VaadinRequest request) {
    return visitor::has;
  }
}
