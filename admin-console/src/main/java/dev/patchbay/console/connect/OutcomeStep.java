package dev.patchbay.console.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Tone;

/** How the attempt ended, and the way on. */
final class OutcomeStep extends Div {

  private OutcomeStep(Plugin plugin, Tone tone, String title, String text, Button next) {
    addClassNames("step", "outcome");
    Div said = new Div(new H3(title), new Paragraph(text));
    said.getElement().setAttribute("role", tone == Tone.GOOD ? "status" : "alert");
    next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    next.setAutofocus(true);
    add(new PatchPicture(plugin, tone), said, next);
  }

  static OutcomeStep connected(Plugin plugin, Runnable show) {
    OutcomeStep step =
        new OutcomeStep(
            plugin,
            Tone.GOOD,
            plugin.title() + " is connected",
            "The first sync has started.",
            new Button("Show the connection", click -> show.run()));
    step.addClassName("outcome-good");
    return step;
  }

  static OutcomeStep failed(Plugin plugin, String reason, Runnable again) {
    return new OutcomeStep(
        plugin, Tone.BAD, "Not connected", reason, new Button("Try again", click -> again.run()));
  }
}
