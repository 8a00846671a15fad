package dev.patchbay.console.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.integration.Integration;
import dev.patchbay.console.ui.Amount;
import java.util.List;
import java.util.function.Consumer;

/** Several set-ups of the service exist: through which one? */
final class ChooseStep extends Div {

  ChooseStep(List<Integration> known, Consumer<Integration> chosen, Runnable other) {
    addClassName("step");
    add(new Paragraph("This service is set up more than once. Which set-up should be used?"));
    known.forEach(integration -> add(choice(integration, chosen)));
    Button fresh = new Button("Set it up anew", click -> other.run());
    fresh.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    add(fresh);
  }

  private static Button choice(Integration integration, Consumer<Integration> chosen) {
    String used = Amount.of(integration.connections(), "connection", "connections");
    Button choice =
        new Button(integration.name() + " · " + used, click -> chosen.accept(integration));
    choice.addClassName("choice");
    return choice;
  }
}
