package dev.patchbay.console.ui;

import com.vaadin.flow.component.html.Span;

/** A state as shape and words; the colour only repeats what they say. */
public final class Badge extends Span {

  public Badge(Tone tone, String text) {
    super(text);
    addClassNames("badge", "tone-" + tone.css());
  }
}
