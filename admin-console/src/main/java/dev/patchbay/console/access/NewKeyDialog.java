package dev.patchbay.console.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.ui.Copyable;
import java.util.Set;
import java.util.function.BiFunction;

/** Asks what a key is for and may do, and shows its secret, once. */
class NewKeyDialog extends Dialog {
  private static final int LONGEST = 200;

  private final TextField name = new TextField("Name");
  private final CheckboxGroup<KeyScope> scopes = new CheckboxGroup<>("It may");
  private final transient BiFunction<String, Set<String>, ApiKey> make;

  NewKeyDialog(BiFunction<String, Set<String>, ApiKey> make) {
    this.make = make;
    setHeaderTitle("New API key");
    addClassName("ask");
    name.setHelperText("Which program uses it?");
    name.setMaxLength(LONGEST);
    name.setAutofocus(true);
    name.setWidthFull();
    scopes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    scopes.setItems(KeyScope.values());
    scopes.setItemLabelGenerator(KeyScope::words);
    scopes.setValue(KeyScope.usual());
    Button save = new Button("Make key", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(name, scopes);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    name.setErrorMessage("A key needs a name, so that you know it again");
    name.setInvalid(name.getValue().isBlank());
    if (!name.isInvalid()) {
      show(make.apply(name.getValue().trim(), KeyScope.ids(scopes.getValue())));
    }
  }

  private void show(ApiKey key) {
    setHeaderTitle("The key " + key.name());
    setCloseOnOutsideClick(false);
    removeAll();
    getFooter().removeAll();
    add(
        new Paragraph("Copy both now: the secret is not kept, and nobody can show it again."),
        new Copyable("the client id", key.clientId()),
        new Copyable("the client secret", key.clientSecret()));
    getFooter().add(new Button("I have copied them", click -> close()));
  }
}
