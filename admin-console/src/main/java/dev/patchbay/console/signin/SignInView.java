package dev.patchbay.console.signin;

import static com.vaadin.flow.server.auth.NavigationAccessControl.SESSION_STORED_REDIRECT;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.host.HostUnreachable;
import dev.patchbay.console.host.NotSignedIn;
import jakarta.inject.Inject;

/** The only page for strangers. */
@Route(value = "sign-in", autoLayout = false)
@PageTitle("Sign in · Patchbay")
@AnonymousAllowed
public class SignInView extends Div implements BeforeEnterObserver {
  private static final String UNREACHABLE =
      "The Patchbay server does not answer. It may still be starting; try again shortly.";

  private final Visitor visitor;
  private final TextField username = new TextField("User name");
  private final PasswordField password = new PasswordField("Password");
  private final Button enter = new Button("Sign in", click -> enter());
  private final Paragraph refusal = new Paragraph();
  private final ProviderPart provider = new ProviderPart(this::found, this::depart);

  @Inject
  SignInView(Visitor visitor) {
    this.visitor = visitor;
    addClassName("sign-in");
    Div art = new Div();
    art.addClassName("sign-in-art");
    art.getElement().setAttribute("aria-hidden", "true");
    add(art, form());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    if (visitor.me().isEmpty()) {
      query.getSingleParameter("code").ifPresent(this::comeBack);
    }
    if (visitor.me().isPresent()) {
      event.forwardTo(wanted());
      return;
    }
    query.getSingleParameter("refused").map(Refusal::words).ifPresent(this::refuse);
    if (query.getParameters().containsKey("ended")) {
      refuse("Your session has ended. Please sign in again.");
    }
    offer(query.getSingleParameter("organisation").orElse(""));
  }

  private void comeBack(String code) {
    try {
      if (!visitor.comeBack(code)) {
        refuse(Refusal.words("visit"));
      }
    } catch (NotSignedIn late) {
      refuse(Refusal.words("expired"));
    } catch (HostProblem problem) {
      refuse(problem.problem().inWords());
    } catch (HostUnreachable unreachable) {
      refuse(UNREACHABLE);
    }
  }

  /** Whoever cannot be asked offers nothing; the password is still there. */
  private void offer(String organisation) {
    try {
      provider.show(visitor.option(organisation));
    } catch (HostProblem | HostUnreachable unknown) {
      provider.show(SignInOption.NONE);
    }
  }

  private void depart(String organisation) {
    UI.getCurrent().getPage().setLocation(visitor.depart(organisation));
  }

  private Main form() {
    Div brand = new Div("Patchbay");
    brand.addClassName("brand");
    Header header =
        new Header(brand, new H1("Sign in"), new Paragraph("Connect your services to your CRM."));
    username.setAutocomplete(Autocomplete.USERNAME);
    username.setAutofocus(true);
    password.getElement().setAttribute("autocomplete", "current-password");
    enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    enter.addClickShortcut(Key.ENTER);
    enter.setDisableOnClick(true);
    refusal.addClassName("refusal");
    refusal.getElement().setAttribute("role", "alert");
    refusal.setVisible(false);
    Main main = new Main(header, refusal, username, password, enter, provider);
    main.addClassName("sign-in-form");
    return main;
  }

  private SignInOption found(String organisation) {
    return visitor.option(organisation);
  }

  private void enter() {
    try {
      visitor.enter(username.getValue().trim(), password.getValue());
      UI.getCurrent().navigate(wanted());
    } catch (NotSignedIn wrong) {
      refuse("The user name or the password is wrong.");
      password.clear();
      password.focus();
    } catch (HostProblem problem) {
      refuse(problem.problem().inWords());
    } catch (HostUnreachable unreachable) {
      refuse(UNREACHABLE);
    } finally {
      enter.setEnabled(true);
    }
  }

  private void refuse(String reason) {
    refusal.setText(reason);
    refusal.setVisible(true);
  }

  private static String wanted() {
    WrappedSession session = VaadinSession.getCurrent().getSession();
    Object wanted = session.getAttribute(SESSION_STORED_REDIRECT);
    session.removeAttribute(SESSION_STORED_REDIRECT);
    return wanted == null ? "" : wanted.toString();
  }
}
