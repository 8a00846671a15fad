package dev.patchbay.console.integration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.patchbay.console.mapping.FieldMapping;
import dev.patchbay.console.mapping.MappingForm;
import dev.patchbay.console.plugin.Plugin;
import java.util.function.Consumer;

/** Asks what the CRM calls the fields of all connections behind an integration. */
class MappingDialog extends Dialog {

  MappingDialog(
      Integration integration, Plugin plugin, FieldMapping present, Consumer<FieldMapping> keep) {
    setHeaderTitle("Field mapping of " + integration.name());
    addClassName("ask");
    MappingForm form = new MappingForm(plugin.types(), present, false);
    add(form);
    Button save =
        new Button(
            "Save",
            click -> {
              if (form.save(keep)) {
                close();
              }
            });
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }
}
