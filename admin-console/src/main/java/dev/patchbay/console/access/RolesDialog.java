package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Set;
import java.util.function.Consumer;

/** Asks for other roles; the user signs in again to have them. */
class RolesDialog extends Dialog {

  RolesDialog(User user, Consumer<Set<String>> change) {
    setHeaderTitle("Roles of " + user.name());
    addClassName("ask");
    RoleChoice roles = new RoleChoice(Role.of(user));
    Button save =
        new Button(
            "Change",
            click -> {
              if (roles.isMade()) {
                change.accept(Role.ids(roles.getValue()));
                close();
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(new Paragraph("Whoever is signed in has to sign in again."), roles);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }
}
