package dev.patchbay.console.connection;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** Asks for a new name. */
class RenameDialog extends Dialog {
  private static final int LONGEST = 200;

  private final TextField name = new TextField("Name");
  private final transient Consumer<String> rename;

  RenameDialog(String present, Consumer<String> rename) {
    this.rename = rename;
    setHeaderTitle("Rename the connection");
    addClassName("ask");
    name.setValue(present);
    name.setMaxLength(LONGEST);
    name.setAutofocus(true);
    name.setAutoselect(true);
    Button save = new Button("Rename", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.addClickShortcut(Key.ENTER);
    add(name);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    if (name.getValue().isBlank()) {
      name.setInvalid(true);
      name.setErrorMessage("A connection needs a name");
      return;
    }
    rename.accept(name.getValue().trim());
    close();
  }
}
