package dev.patchbay.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** One line of a plain list: a name, what is known of it, and what can be done. */
public class Row extends ListItem {
  private final Div facts = new Div();
  private final Div actions = new Div();

  public Row(String name) {
    addClassName("access-row");
    Span title = new Span(name);
    title.addClassName("strip-name");
    Div words = new Div(title, facts);
    words.addClassName("access-words");
    facts.addClassNames("access-facts", "faint");
    actions.addClassName("actions");
    add(words, actions);
  }

  public Row tell(Component... more) {
    facts.add(more);
    return this;
  }

  public Row offer(String text, String accessibleName, Runnable act) {
    Button button = new Button(text, click -> act.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(accessibleName);
    actions.add(button);
    return this;
  }
}
