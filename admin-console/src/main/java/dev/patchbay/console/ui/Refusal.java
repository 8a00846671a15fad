package dev.patchbay.console.ui;

import com.vaadin.flow.component.html.Paragraph;

/** Why a form was not taken, beside the form, so that it can be put right. */
public final class Refusal extends Paragraph {

  public Refusal() {
    addClassName("refusal");
    getElement().setAttribute("role", "alert");
    setVisible(false);
  }

  public void show(String words) {
    setText(words);
    setVisible(true);
  }
}
