package dev.patchbay.console.signin;

import com.vaadin.cdi.annotation.VaadinSessionScoped;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import dev.patchbay.console.host.Host;
import dev.patchbay.console.host.HostSession;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** Who sits in front of the browser: nobody yet, or a person with their view of the host. */
@VaadinSessionScoped
public class Visitor {
  private final Host host;
  private HostSession session;
  private Me me;
  private Errand errand;

  /** Only so that CDI can make its proxy. */
  protected Visitor() {
    host = null;
  }

  @Inject
  public Visitor(Host host) {
    this.host = host;
  }

  /** Signs in, and gives the web session a new id, so that nobody can have planted it before. */
  void enter(String username, String password) {
    enter(HostSession.signIn(host, username, password));
  }

  /** Sends the person to the provider of their organisation; returns where that begins. */
  String depart(String organisation) {
    errand = Errand.begin();
    return errand.address(organisation);
  }

  /**
   * Signs in with what the browser brought from the provider, if it left from this web session.
   *
   * @return whether it did
   */
  boolean comeBack(String code) {
    Optional<Errand> own = Optional.ofNullable(errand);
    errand = null;
    own.ifPresent(one -> enter(HostSession.signInByProvider(host, code, one.verifier())));
    return own.isPresent();
  }

  /** Which button for single sign-on a stranger gets. */
  SignInOption option(String organisation) {
    return HostSession.asStranger(
        host, SignInOption.class, Map.of("organisation", organisation), "sign-in-options");
  }

  private void enter(HostSession entered) {
    me = entered.get(Me.class, "me");
    session = entered;
    if (VaadinRequest.getCurrent() instanceof HttpServletRequest request
        && request.getSession(false) != null) {
      request.changeSessionId();
    }
  }

  /** Changes the person's own password, and goes on with it. */
  public void changePassword(String present, String wanted) {
    session = host().changePassword(present, wanted);
  }

  /** Forgets the person and everything of their web session. */
  public void leave(String to) {
    session = null;
    me = null;
    UI.getCurrent().getPage().setLocation(to);
    VaadinSession.getCurrent().getSession().invalidate();
  }

  public Optional<Me> me() {
    return Optional.ofNullable(me);
  }

  /** The host, as this person sees it. */
  public HostSession host() {
    return Optional.ofNullable(session)
        .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }

  public boolean has(String role) {
    return me().stream().anyMatch(person -> person.roles().contains(role));
  }
}
