package dev.patchbay.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Instead of an empty list: what would be here, and the next step. */
public final class EmptyState extends Div {

  public EmptyState(String glyph, String title, String text, Component... actions) {
    addClassName("empty");
    add(new Glyph(glyph), new H2(title), new Paragraph(text));
    add(actions);
  }
}
