package dev.patchbay.console.signin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Function;

/** The part of the sign-in page for those who come with a provider of their organisation. */
class ProviderPart extends Div {
  private final TextField organisation = new TextField("Organisation or e-mail address");
  private final Button go = new Button();
  private final transient Function<String, SignInOption> ask;
  private final transient Consumer<String> depart;
  private SignInOption option = SignInOption.NONE;

  /**
   * @param ask finds what an organisation has
   * @param depart sends the browser to the provider of an organisation
   */
  ProviderPart(Function<String, SignInOption> ask, Consumer<String> depart) {
    this.ask = ask;
    this.depart = depart;
    addClassName("sign-in-provider");
    organisation.setVisible(false);
    organisation.setWidthFull();
    go.setWidthFull();
    go.addClickListener(click -> go());
    add(organisation, go);
    show(SignInOption.NONE);
  }

  void show(SignInOption found) {
    option = found;
    setVisible(found.offered());
    go.setText(found.known().map(id -> "Sign in with " + found.label()).orElse("Single sign-on"));
  }

  private void go() {
    if (option.known().isPresent()) {
      depart.accept(option.organisation());
    } else if (!organisation.isVisible()) {
      organisation.setVisible(true);
      organisation.focus();
    } else {
      find(organisation.getValue().trim());
    }
  }

  private void find(String said) {
    var found = said.isEmpty() ? SignInOption.NONE : ask.apply(said);
    organisation.setErrorMessage("No single sign-on is set up for this");
    organisation.setInvalid(found.known().isEmpty());
    found.known().ifPresent(depart);
  }
}
