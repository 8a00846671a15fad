package dev.patchbay.console.integration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.patchbay.console.host.HostProblem;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Copyable;
import dev.patchbay.console.ui.Refusal;
import java.util.Optional;

/** Shows the address that an admin enters at a service which tells of changes, or makes one. */
class WebhookAddressDialog extends Dialog {
  private final transient Integrations integrations;
  private final transient Integration integration;
  private final transient Plugin plugin;
  private final Div place = new Div();
  private final Refusal refusal = new Refusal();
  private final Button make = new Button("Make an address", click -> make());

  WebhookAddressDialog(Integrations integrations, Integration integration, Plugin plugin) {
    this.integrations = integrations;
    this.integration = integration;
    this.plugin = plugin;
    setHeaderTitle("Webhook address of " + integration.name());
    addClassName("ask");
    make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add(
        new Paragraph(
            plugin.title()
                + " sends what changes to this address, and it is read at once. Without it, changes"
                + " are asked for every few minutes."),
        place,
        refusal);
    getFooter().add(new Button("Close", click -> close()), make);
    show(integrations.webhookAddress(integration));
  }

  private void show(Optional<WebhookAddress> address) {
    place.removeAll();
    address.ifPresentOrElse(this::tell, () -> place.add(new Paragraph("There is none yet.")));
  }

  private void tell(WebhookAddress address) {
    place.add(
        new Copyable("the webhook address", address.url()),
        new Paragraph(
            "Fill in “%s” in the settings first: what is not signed with it is not taken."
                .formatted(plugin.labelOf(address.secretSetting()))));
    make.setText("Make another one");
    make.removeThemeVariants(ButtonVariant.LUMO_PRIMARY);
    make.setTooltipText("What is sent to this one is not taken any more.");
  }

  private void make() {
    try {
      show(Optional.of(integrations.makeWebhookAddress(integration)));
    } catch (HostProblem problem) {
      refusal.show(problem.problem().inWords());
    }
  }
}
