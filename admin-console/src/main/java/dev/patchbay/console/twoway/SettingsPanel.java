package dev.patchbay.console.twoway;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.patchbay.console.plugin.Plugin;
import java.util.Optional;
import java.util.function.Consumer;

/** How one type is kept in sync, as a form. */
final class SettingsPanel extends Section {

  /**
   * @param save what is done with the choice; empty for those who may only look
   */
  SettingsPanel(Plugin.Type type, Policy present, Optional<Consumer<Policy>> save) {
    addClassName("panel");
    add(new H2(type.label()), new Paragraph(direction(type)));
    if (!type.writable()) {
      return;
    }
    RadioButtonGroup<Policy> policy = new RadioButtonGroup<>();
    policy.setLabel("When both sides edit the same field");
    policy.setItems(Policy.values());
    policy.setRenderer(new ComponentRenderer<>(SettingsPanel::words));
    policy.setValue(present);
    policy.setReadOnly(save.isEmpty());
    policy.addThemeNames("vertical");
    add(
        policy,
        new Paragraph(
            "The first push to a collection waits for a person's word, and so does one that would"
                + " change more than 20 records and more than a fifth of a collection."));
    save.ifPresent(act -> add(button(type, () -> act.accept(policy.getValue()))));
  }

  private static String direction(Plugin.Type type) {
    return type.writable()
        ? "Synced both ways: changes at the service come to your CRM, and its edits go there."
        : "Only read: changes at the service come to your CRM.";
  }

  private static Component words(Policy policy) {
    Span help = new Span(policy.help());
    help.addClassName("faint");
    Div words = new Div(new Div(new Span(policy.label())), help);
    words.addClassName("choice-words");
    return words;
  }

  private static Button button(Plugin.Type type, Runnable act) {
    Button button = new Button("Save", click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    button.setAriaLabel("Save for " + type.label());
    return button;
  }
}
