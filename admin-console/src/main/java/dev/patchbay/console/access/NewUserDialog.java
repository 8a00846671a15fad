package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Set;

/** Asks who may sign in, with which roles and which first password. */
class NewUserDialog extends Dialog {
  private static final int LONGEST = 100;

  private final TextField name = new TextField("User name");
  private final NewPasswordField password = new NewPasswordField("First password");
  private final RoleChoice roles = new RoleChoice(Set.of(Role.VIEWER));
  private final transient Wish wish;

  NewUserDialog(Wish wish) {
    this.wish = wish;
    setHeaderTitle("Add user");
    addClassName("ask");
    name.setMaxLength(LONGEST);
    name.setAutofocus(true);
    name.getElement().setAttribute("autocomplete", "off");
    Button save = new Button("Let in", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(name, password, roles);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    List<Boolean> answers = List.of(isNamed(), password.isLongEnough(), roles.isMade());
    if (!answers.contains(false)) {
      wish.add(name.getValue().trim(), password.getValue(), Role.ids(roles.getValue()));
      close();
    }
  }

  private boolean isNamed() {
    name.setErrorMessage("A user needs a name to sign in with");
    name.setInvalid(name.getValue().isBlank());
    return !name.isInvalid();
  }

  /** What happens with the answers. */
  interface Wish {
    void add(String name, String password, Set<String> roles);
  }
}
