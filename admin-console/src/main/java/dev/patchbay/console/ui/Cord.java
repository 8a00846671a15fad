package dev.patchbay.console.ui;

import com.vaadin.flow.component.Html;

/**
 * The patch cord between a service and Patchbay: whole, pulsing, loose or unplugged. It shows a
 * connection's state at a glance, beside the badge that says it.
 */
public final class Cord extends Html {
  private static final String DRAWING =
      """
      <span class="cord" aria-hidden="true"><svg viewBox="0 0 96 32" preserveAspectRatio="none">\
      <path class="cord-shade" d="M2 12 C 26 34, 70 34, 94 12"/>\
      <path class="cord-left" d="M2 12 C 14 23, 30 28.4, 46 28.4"/>\
      <path class="cord-right" d="M50 28.4 C 66 28.4, 82 23, 94 12"/>\
      <path class="cord-whole" d="M2 12 C 26 34, 70 34, 94 12"/>\
      <path class="cord-signal" d="M2 12 C 26 34, 70 34, 94 12"/></svg></span>""";

  private Tone tone;

  public Cord(Tone tone) {
    super(DRAWING);
    this.tone = tone;
    getElement().getClassList().add("tone-" + tone.css());
  }

  public void show(Tone next) {
    getElement().getClassList().remove("tone-" + tone.css());
    tone = next;
    getElement().getClassList().add("tone-" + tone.css());
  }
}
