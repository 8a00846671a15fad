package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks which person of the organisation's provider a user is. */
class LinkDialog extends Dialog {

  LinkDialog(User user, Consumer<String> link, Runnable unlink) {
    setHeaderTitle("Single sign-on of " + user.name());
    addClassName("ask");
    TextField email = new TextField("E-mail address at the provider");
    email.setValue(user.link().map(User.Link::email).orElse(""));
    email.setAutofocus(true);
    email.setWidthFull();
    Button save =
        new Button(
            "Link",
            click -> {
              email.setErrorMessage("This is no e-mail address");
              email.setInvalid(!email.getValue().contains("@"));
              if (!email.isInvalid()) {
                link.accept(email.getValue().trim());
                close();
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new Paragraph(
            "Whoever signs in next with this address, if the provider has verified it, comes in"
                + " as this user from then on."),
        email);
    getFooter().add(new Button("Cancel", click -> close()));
    user.link().ifPresent(present -> getFooter().add(unlinking(unlink)));
    getFooter().add(save);
  }

  private Button unlinking(Runnable unlink) {
    return new Button(
        "Unlink",
        click -> {
          unlink.run();
          close();
        });
  }
}
