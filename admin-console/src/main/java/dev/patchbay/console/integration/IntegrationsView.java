package dev.patchbay.console.integration;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.mapping.FieldMappings;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.Plugins;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Day;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Glyph;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.Row;
import dev.patchbay.console.ui.SureDialog;
import dev.patchbay.console.ui.Tone;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How each service is set up: what it is asked for, what it lets through, and its secret. */
@Route("integrations")
@PageTitle("Integrations · Patchbay")
@RolesAllowed("admin")
class IntegrationsView extends Main implements Trail {
  private final transient Integrations integrations;
  private final transient FieldMappings mappings;
  private final transient Map<String, Plugin> plugins;
  private final Div list = new Div();

  @Inject
  IntegrationsView(Visitor visitor) {
    integrations = new Integrations(visitor.host());
    mappings = new FieldMappings(visitor.host());
    plugins = new Plugins(visitor.host()).byId();
    Paragraph words = new Paragraph("How each service is set up, and what may go through it.");
    add(new Header(new Div(new H1("Integrations"), words)), list);
    draw();
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("Integrations"));
  }

  private void draw() {
    list.removeAll();
    List<Integration> all = integrations.all();
    if (all.isEmpty()) {
      list.add(none());
      return;
    }
    UnorderedList rows = new UnorderedList();
    rows.addClassName("access-rows");
    all.forEach(integration -> rows.add(row(integration)));
    list.add(rows);
  }

  private Row row(Integration integration) {
    Optional<Plugin> plugin = Optional.ofNullable(plugins.get(integration.plugin()));
    Row row = new Row(integration.name());
    row.tell(
        new Span(plugin.map(Plugin::title).orElse(integration.plugin())),
        new Span(Amount.of(integration.connections(), "connection", "connections")),
        new Span(allowed(integration.permissions().types())));
    integration
        .secretEndsSoon()
        .ifPresent(
            end -> row.tell(new Badge(Tone.ATTENTION, "Client secret ends on " + Day.of(end))));
    plugin.ifPresent(one -> offer(row, integration, one));
    return row.offer("Remove", "Remove " + integration.name(), () -> remove(integration));
  }

  private void offer(Row row, Integration integration, Plugin plugin) {
    String name = integration.name();
    row.offer("Permissions", "Permissions of " + name, () -> permit(integration, plugin));
    if (!plugin.settings().isEmpty()) {
      row.offer("Settings", "Settings of " + name, () -> fillIn(integration, plugin));
    }
    if (plugin.reads()) {
      row.offer("Field mapping", "Field mapping of " + name, () -> map(integration, plugin));
    }
    if (plugin.isToldAtAnAddress()) {
      row.offer(
          "Webhook address",
          "Webhook address of " + name,
          () -> new WebhookAddressDialog(integrations, integration, plugin).open());
    }
    if (plugin.needsClient()) {
      row.offer("Client secret", "New client secret for " + name, () -> secret(integration));
    }
  }

  private static String allowed(Set<String> types) {
    if (types == null) {
      return "Everything goes through";
    }
    return types.isEmpty() ? "Nothing goes through" : "Only " + String.join(", ", types);
  }

  private void permit(Integration integration, Plugin plugin) {
    new PermissionsDialog(
            integration,
            plugin,
            (scopes, permissions) -> {
              integrations.permit(integration, scopes, permissions);
              done("Saved; it holds from the next call on");
            })
        .open();
  }

  private void fillIn(Integration integration, Plugin plugin) {
    new SettingsDialog(
            integration,
            plugin,
            settings -> {
              integrations.fillIn(integration, settings);
              done("Saved; it holds from the next call on");
            })
        .open();
  }

  private void map(Integration integration, Plugin plugin) {
    new MappingDialog(
            integration,
            plugin,
            mappings.ofIntegration(integration.id()),
            mapping -> {
              mappings.keepForIntegration(integration.id(), mapping);
              done("Saved; it holds from the next call on");
            })
        .open();
  }

  private void secret(Integration integration) {
    new ClientSecretDialog(
            integration,
            (secret, end) -> {
              integrations.replaceSecret(integration, secret, end);
              done("Replaced; the service knows it");
            })
        .open();
  }

  private void remove(Integration integration) {
    new SureDialog(
            "Remove " + integration.name() + "?",
            "Nobody can connect through it any more. Its connections have to be disconnected"
                + " first.",
            "Remove",
            () -> {
              integrations.remove(integration);
              done("Removed");
            })
        .open();
  }

  private void done(String words) {
    draw();
    Notice.done(words);
  }

  private static EmptyState none() {
    Button open =
        new Button(
            "Open the catalogue",
            new Glyph("plug"),
            click -> UI.getCurrent().navigate("catalogue"));
    open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return new EmptyState(
        "plug",
        "Nothing is set up yet",
        "Choose a service from the catalogue. Its set-up then shows up here.",
        open);
  }
}
