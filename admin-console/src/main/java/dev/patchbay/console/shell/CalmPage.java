package dev.patchbay.console.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import dev.patchbay.console.ui.EmptyState;

/** A page instead of the wanted one: what happened, and two ways on. */
abstract class CalmPage extends Main {

  void tell(String glyph, String title, String text, Component... more) {
    removeAll();
    addClassName("calm");
    EmptyState words = new EmptyState(glyph, title, text, more);
    words.add(again(), home());
    add(words);
  }

  private static Button again() {
    Button again = new Button("Try again", click -> UI.getCurrent().getPage().reload());
    again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return again;
  }

  private static Anchor home() {
    Anchor home = new Anchor(".", "Back to the connections");
    home.addClassName("quiet-link");
    return home;
  }
}
