package dev.patchbay.console.embed;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.ui.Refusal;
import java.util.function.Consumer;

/** Asks for the address of a page that may let people connect accounts. */
class NewOriginDialog extends Dialog {
  private final TextField origin = new TextField("Origin");
  private final Refusal refusal = new Refusal();
  private final transient Consumer<String> allow;

  NewOriginDialog(Consumer<String> allow) {
    this.allow = allow;
    setHeaderTitle("Allow an origin");
    addClassName("ask");
    origin.setPlaceholder("https://crm.example");
    origin.setHelperText("Scheme and host of your CRM's address, without a path.");
    origin.setWidthFull();
    origin.setAutofocus(true);
    Button save = new Button("Allow", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(origin, refusal);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    origin.setErrorMessage("Please fill this in");
    origin.setInvalid(origin.getValue().isBlank());
    if (!origin.isInvalid()) {
      try {
        allow.accept(origin.getValue().strip());
        close();
      } catch (HostProblem problem) {
        refusal.show(problem.problem().inWords());
      }
    }
  }
}
