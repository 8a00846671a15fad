package dev.patchbay.console.integration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.ui.Refusal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Asks for the next client secret; the present one stays in use until the service knows it. */
class ClientSecretDialog extends Dialog {
  private final PasswordField secret = new PasswordField("New client secret");
  private final DatePicker end = new DatePicker("Ends on");
  private final Refusal refusal = new Refusal();
  private final transient BiConsumer<String, Optional<Instant>> replace;

  ClientSecretDialog(Integration integration, BiConsumer<String, Optional<Instant>> replace) {
    this.replace = replace;
    setHeaderTitle("New client secret for " + integration.name());
    addClassName("ask");
    secret.setWidthFull();
    secret.setAutofocus(true);
    secret.getElement().setAttribute("autocomplete", "off");
    end.setHelperText("If you know when it ends, you are told 14 days before.");
    Button save = new Button("Replace", click -> save());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new Paragraph(
            "The service is asked first. If it does not know the secret, the present one stays in"
                + " use."),
        secret,
        end,
        refusal);
    getFooter().add(new Button("Cancel", click -> close()), save);
  }

  private void save() {
    secret.setErrorMessage("Please fill this in");
    secret.setInvalid(secret.isEmpty());
    if (!secret.isInvalid()) {
      try {
        replace.accept(secret.getValue().trim(), ending());
        close();
      } catch (HostProblem problem) {
        refusal.show(problem.problem().inWords());
      }
    }
  }

  private Optional<Instant> ending() {
    return Optional.ofNullable(end.getValue())
        .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
