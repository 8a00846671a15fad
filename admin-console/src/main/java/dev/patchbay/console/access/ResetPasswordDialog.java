package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;

/** Gives somebody another password, for when they have forgotten theirs. */
class ResetPasswordDialog extends Dialog {

  ResetPasswordDialog(User user, Consumer<String> reset) {
    setHeaderTitle("New password for " + user.name());
    addClassName("ask");
    NewPasswordField password = new NewPasswordField("New password");
    password.setAutofocus(true);
    Button save =
        new Button(
            "Set password",
            click -> {
              if (password.isLongEnough()) {
                reset.accept(password.getValue());
                close();
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new Paragraph(
            "Tell it to them in user. Whoever is signed in with the old one is signed out."),
        password);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }
}
