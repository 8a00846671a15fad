package dev.patchbay.console.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Span;

/** A value that people carry elsewhere, with a button that copies it. */
public final class Copyable extends Span {

  public Copyable(String what, String value) {
    addClassName("copyable");
    Code text = new Code(value);
    Button copy = new Button("Copy", new Glyph("copy"));
    copy.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    copy.setAriaLabel("Copy " + what);
    copy.getElement().setAttribute("data-copy", value);
    copy.getElement().addEventListener("copied", copied -> Notice.done("Copied"));
    add(text, copy);
  }
}
