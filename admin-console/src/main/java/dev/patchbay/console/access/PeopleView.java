package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.signin.Me;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.Tone;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;

/** Who may sign in to this organisation's console, and with which roles. */
@Route("people")
@PageTitle("People · Patchbay")
@RolesAllowed("admin")
class PeopleView extends Main implements Trail {
  private final transient People people;
  private final transient Me me;
  private final UnorderedList rows = new UnorderedList();

  @Inject
  PeopleView(Visitor visitor) {
    people = new People(visitor.host());
    me = visitor.me().orElseThrow();
    Button letIn = new Button("Let a person in", click -> ask());
    letIn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Paragraph words = new Paragraph("Everybody who can sign in to this console.");
    rows.addClassName("access-rows");
    add(new Header(new Div(new H1("People"), words), letIn), rows);
    draw();
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("People"));
  }

  private void draw() {
    rows.removeAll();
    people.all().forEach(person -> rows.add(row(person)));
  }

  private AccessRow row(Person person) {
    AccessRow row = new AccessRow(person.name());
    row.tell(new Span(String.join(", ", person.roles())));
    if (person.disabled()) {
      row.tell(new Badge(Tone.OFF, "Shut out"));
    }
    if (person.id().equals(me.id())) {
      return row.tell(new Span("This is you; your password is in the menu at the top."));
    }
    String name = person.name();
    return row.offer("Roles", "Roles of " + name, () -> roles(person))
        .offer("Password", "New password for " + name, () -> password(person))
        .offer(
            person.disabled() ? "Let in again" : "Shut out",
            (person.disabled() ? "Let in again " : "Shut out ") + name,
            () -> done(() -> people.disable(person, !person.disabled()), "Changed"))
        .offer("Delete", "Delete " + name, () -> delete(person));
  }

  private void ask() {
    open(
        new LetInDialog(
            (name, password, roles) ->
                done(() -> people.letIn(name, password, roles), name + " can sign in now")));
  }

  private void roles(Person person) {
    open(
        new RolesDialog(
            person, roles -> done(() -> people.change(person, roles), "Roles changed")));
  }

  private void password(Person person) {
    open(
        new ResetPasswordDialog(
            person,
            password -> done(() -> people.resetPassword(person, password), "Password set")));
  }

  private void delete(Person person) {
    open(
        new SureDialog(
            "Delete " + person.name() + "?",
            "They are signed out within seconds and cannot sign in again.",
            "Delete",
            () -> done(() -> people.remove(person), "Deleted")));
  }

  private static void open(Dialog dialog) {
    dialog.open();
  }

  private void done(Runnable work, String words) {
    work.run();
    draw();
    Notice.done(words);
  }
}
