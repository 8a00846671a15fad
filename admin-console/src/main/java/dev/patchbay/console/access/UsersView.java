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
import dev.patchbay.console.ui.Row;
import dev.patchbay.console.ui.SureDialog;
import dev.patchbay.console.ui.Tone;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;

/** Who may sign in to this organisation's console, and with which roles. */
@Route("users")
@PageTitle("Users · Patchbay")
@RolesAllowed("admin")
class UsersView extends Main implements Trail {
  private final transient Users users;
  private final transient Me me;
  private final UnorderedList rows = new UnorderedList();

  @Inject
  UsersView(Visitor visitor) {
    users = new Users(visitor.host());
    me = visitor.me().orElseThrow();
    Button add = new Button("Add user", click -> ask());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    Paragraph words = new Paragraph("Everybody who can sign in to this console.");
    rows.addClassName("access-rows");
    add(new Header(new Div(new H1("Users"), words), add), rows);
    draw();
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("Users"));
  }

  private void draw() {
    rows.removeAll();
    users.all().forEach(user -> rows.add(row(user)));
  }

  private Row row(User user) {
    Row row = new Row(user.name());
    row.tell(new Span(String.join(", ", user.roles())));
    if (user.disabled()) {
      row.tell(new Badge(Tone.OFF, "Shut out"));
    }
    user.link().ifPresent(link -> row.tell(new Span(words(link))));
    if (user.id().equals(me.id())) {
      return row.tell(new Span("This is you; your password is in the menu at the top."));
    }
    String name = user.name();
    return row.offer("Roles", "Roles of " + name, () -> roles(user))
        .offer("Single sign-on", "Single sign-on of " + name, () -> link(user))
        .offer("Password", "New password for " + name, () -> password(user))
        .offer(
            user.disabled() ? "Let in again" : "Shut out",
            (user.disabled() ? "Let in again " : "Shut out ") + name,
            () -> done(() -> users.disable(user, !user.disabled()), "Changed"))
        .offer("Delete", "Delete " + name, () -> delete(user));
  }

  private void ask() {
    open(
        new NewUserDialog(
            (name, password, roles) ->
                done(() -> users.add(name, password, roles), name + " can sign in now")));
  }

  private void roles(User user) {
    open(new RolesDialog(user, roles -> done(() -> users.change(user, roles), "Roles changed")));
  }

  private void password(User user) {
    open(
        new ResetPasswordDialog(
            user, password -> done(() -> users.resetPassword(user, password), "Password set")));
  }

  private static String words(User.Link link) {
    return link.email() == null ? "Single sign-on" : "Single sign-on awaited: " + link.email();
  }

  private void link(User user) {
    open(
        new LinkDialog(
            user,
            email -> done(() -> users.link(user, email), "Linked"),
            () -> done(() -> users.unlink(user), "Unlinked")));
  }

  private void delete(User user) {
    open(
        new SureDialog(
            "Delete " + user.name() + "?",
            "They are signed out within seconds and cannot sign in again.",
            "Delete",
            () -> done(() -> users.remove(user), "Deleted")));
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
