package dev.patchbay.console.catalogue;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connect.ConnectWizard;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.Plugins;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Every service that this server can reach. */
@Route("catalogue")
@PageTitle("Catalogue · Patchbay")
@PermitAll
class CatalogueView extends Main implements Trail {

  @Inject
  CatalogueView(Visitor visitor, ConnectWizard wizard) {
    Plugins plugins = new Plugins(visitor.host());
    Header header =
        new Header(
            new Div(
                new H1("Catalogue"),
                new Paragraph("Choose a service to connect. You will sign in there yourself.")));
    if (visitor.has("server-admin")) {
      header.add(new Button("Apply changes", click -> new ApplyDialog(plugins::apply).open()));
    }
    List<Plugin> all = plugins.all();
    add(header, all.isEmpty() ? none() : tiles(all, visitor, wizard));
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("Catalogue"));
  }

  private static UnorderedList tiles(List<Plugin> plugins, Visitor visitor, ConnectWizard wizard) {
    UnorderedList tiles = new UnorderedList();
    tiles.addClassName("tiles");
    plugins.stream()
        .sorted(Comparator.comparing(Plugin::isReady).reversed().thenComparing(Plugin::title))
        .map(plugin -> new PluginTile(plugin, () -> wizard.open(visitor.host(), plugin)))
        .forEach(tile -> tiles.add(new ListItem(tile)));
    return tiles;
  }

  private static EmptyState none() {
    return new EmptyState(
        "grid",
        "No plugins are installed",
        "Plugins teach Patchbay a service. Put one into the server's plugins folder, and let a"
            + " server admin apply the changes.");
  }
}
