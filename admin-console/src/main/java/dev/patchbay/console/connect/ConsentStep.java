package dev.patchbay.console.connect;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.plugin.Plugin;

/**
 * Sends the person to the service, or to the form of this server. The browser itself opens the
 * window, straight from the click (see console.js), because a window opened by an answer of the
 * server counts as a pop-up.
 */
final class ConsentStep extends Div {
  private final Paragraph words = new Paragraph();
  private final Button leave;
  private final Anchor byHand;
  private final transient Plugin plugin;

  ConsentStep(Plugin plugin, String connectUrl) {
    this.plugin = plugin;
    addClassNames("step", "consent");
    words.setText(invitation(plugin));
    words.getElement().setAttribute("role", "status");
    leave = new Button("Continue to " + plugin.title(), click -> waiting());
    leave.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    leave.getElement().setAttribute("data-popup", connectUrl);
    leave.getElement().addEventListener("popup-closed", closed -> closed());
    leave.getElement().addEventListener("popup-blocked", blocked -> blocked());
    byHand = new Anchor(connectUrl, "Open it in a new tab", AnchorTarget.BLANK);
    byHand.setVisible(false);
    add(new PatchPicture(plugin), words, leave, byHand);
  }

  private static String invitation(Plugin plugin) {
    return plugin.needsClient()
        ? "A window of "
            + plugin.title()
            + " opens. Sign in there and allow the access; Patchbay never sees your password."
        : "A window opens. Enter there what connects your "
            + plugin.title()
            + " account; it is checked first and stored encrypted.";
  }

  private void waiting() {
    addClassName("waiting");
    words.setText("Waiting for you to finish in the window of " + plugin.title() + " …");
    leave.setText("Open the window again");
    leave.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
  }

  private void closed() {
    removeClassName("waiting");
    words.setText(
        "The window is closed. If you allowed the access, this page turns green in a moment;"
            + " otherwise open the window again.");
  }

  private void blocked() {
    words.setText("Your browser held the window back.");
    byHand.setVisible(true);
  }
}
