package dev.patchbay.console.ui;

import com.vaadin.flow.component.html.Span;

/** A decorative icon of the console's own set; the words beside it carry the meaning. */
public final class Glyph extends Span {

  public Glyph(String name) {
    addClassNames("glyph", "glyph-" + name);
    getElement().setAttribute("aria-hidden", "true");
  }
}
