package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Copyable;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.SureDialog;
import dev.patchbay.console.ui.Tone;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;

/** By which provider of their own the people of this organisation sign in. */
@Route("single-sign-on")
@PageTitle("Single sign-on · Patchbay")
@RolesAllowed("admin")
class SingleSignOnView extends Main implements Trail {
  private final transient SignOns signOns;
  private final SignOnForm form = new SignOnForm();
  private final Div addresses = new Div();
  private final UnorderedList report = new UnorderedList();
  private final Button test = new Button("Test", click -> test());
  private final Button remove = new Button("Remove", click -> askToRemove());

  @Inject
  SingleSignOnView(Visitor visitor) {
    signOns = new SignOns(visitor.host());
    Button save = new Button("Save", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    Paragraph words =
        new Paragraph("Let people sign in with your organisation's own provider (OpenID Connect).");
    Div actions = new Div(save, test, remove);
    actions.addClassName("actions");
    report.addClassName("access-rows");
    addresses.addClassName("sign-on-addresses");
    add(new Header(new Div(new H1("Single sign-on"), words)), addresses, form, actions, report);
    SignOnAddresses own = signOns.addresses();
    tell("Register this redirect address at your provider", own.redirectUri());
    tell("Where your people start", own.signInUrl());
    show(signOns.present());
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("Single sign-on"));
  }

  private void show(SignOn present) {
    form.show(present);
    report.removeAll();
    test.setVisible(present.isSetUp());
    remove.setVisible(present.isSetUp());
  }

  private void tell(String what, String address) {
    addresses.add(new Div(new Span(what), new Copyable(what, address)));
  }

  private void save() {
    show(signOns.save(form.draft()));
    Notice.done("Saved");
  }

  private void test() {
    report.removeAll();
    signOns.check().steps().forEach(step -> report.add(line(step)));
  }

  private static ListItem line(SignOnReport.Step step) {
    Badge badge = new Badge(step.good() ? Tone.GOOD : Tone.BAD, step.good() ? "Good" : "Wrong");
    ListItem line = new ListItem(badge, new Span(step.message()));
    line.addClassNames("access-row", "sign-on-step");
    return line;
  }

  private void askToRemove() {
    new SureDialog(
            "Remove single sign-on?",
            "People can sign in with passwords only. Those who never had one need one from you.",
            "Remove",
            () -> {
              signOns.remove();
              show(signOns.present());
              Notice.done("Removed");
            })
        .open();
  }
}
