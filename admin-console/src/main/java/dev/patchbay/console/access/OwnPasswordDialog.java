package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.patchbay.console.ui.Notice;
import java.util.function.BiConsumer;

/** Changes the signed-in person's own password. */
public class OwnPasswordDialog extends Dialog {
  private final PasswordField old = new PasswordField("Present password");
  private final NewPasswordField password = new NewPasswordField("New password");
  private final NewPasswordField again = new NewPasswordField("New password again");
  private final transient BiConsumer<String, String> change;

  /**
   * @param change takes the old and the new password; throws what the host says against it
   */
  public OwnPasswordDialog(BiConsumer<String, String> change) {
    this.change = change;
    setHeaderTitle("Change your password");
    addClassName("ask");
    old.getElement().setAttribute("autocomplete", "current-password");
    old.setAutofocus(true);
    Button save = new Button("Change password", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(old, password, again);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    if (password.isLongEnough() && isTheSame()) {
      change.accept(old.getValue(), password.getValue());
      Notice.done("Password changed");
      close();
    }
  }

  private boolean isTheSame() {
    again.setErrorMessage("The two are not the same");
    again.setInvalid(!again.getValue().equals(password.getValue()));
    return !again.isInvalid();
  }
}
