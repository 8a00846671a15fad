package dev.patchbay.console.connect;

import com.vaadin.flow.component.html.Div;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.PluginLogo;
import dev.patchbay.console.ui.Cord;
import dev.patchbay.console.ui.Tone;

/** The service at one end of a cord, Patchbay at the other. */
final class PatchPicture extends Div {

  PatchPicture(Plugin plugin) {
    this(plugin, Tone.IDLE);
  }

  PatchPicture(Plugin plugin, Tone tone) {
    addClassName("patch");
    getElement().setAttribute("aria-hidden", "true");
    Div patchbay = new Div();
    patchbay.addClassNames("logo", "logo-patchbay");
    add(new PluginLogo(plugin), new Cord(tone), patchbay);
  }
}
