package dev.patchbay.console.connection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.live.Pulse;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.Plugins;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Glyph;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where the admin arrives: every connection, the ones that need help first. */
@Route("")
@PageTitle("Connections · Patchbay")
@PermitAll
class ConnectionsView extends Main implements Trail {
  private static final Duration BEAT = Duration.ofSeconds(5);

  private final transient Map<String, Plugin> plugins;
  private final Paragraph summary = new Paragraph();
  private final Div list = new Div();
  private final Header header = new Header();
  private transient List<Connection> shown = List.of();

  @Inject
  ConnectionsView(Visitor visitor, Pulse pulse) {
    plugins = new Plugins(visitor.host()).byId();
    Connections connections = new Connections(visitor.host());
    header.add(new Div(new H1("Connections"), summary));
    add(header, list);
    draw(connections.all());
    addAttachListener(
        attached -> pulse.follow(list, BEAT, connections::all, this::redrawIfChanged));
  }

  @Override
  public List<Step> trail() {
    return List.of(Step.here("Connections"));
  }

  private boolean redrawIfChanged(List<Connection> now) {
    if (!now.equals(shown)) {
      draw(now);
    }
    return true;
  }

  private void draw(List<Connection> connections) {
    shown = connections;
    list.removeAll();
    header.getChildren().skip(1).toList().forEach(header::remove);
    if (connections.isEmpty()) {
      summary.setText("Services that your CRM reaches through Patchbay.");
      list.add(none());
    } else {
      summary.setText(summaryOf(connections));
      header.add(connect("Connect a service"));
      list.add(strips(connections));
    }
  }

  private Component strips(List<Connection> connections) {
    UnorderedList strips = new UnorderedList();
    strips.addClassName("strips");
    connections.stream()
        .sorted(Comparator.comparing(Connection::state).thenComparing(Connection::title))
        .map(one -> new ListItem(new ConnectionStrip(one, plugins.get(one.plugin()))))
        .forEach(strips::add);
    return strips;
  }

  private static String summaryOf(List<Connection> connections) {
    return connections.stream()
        .collect(Collectors.groupingBy(Connection::state, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue() + " " + entry.getKey().label().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" · "));
  }

  private static EmptyState none() {
    return new EmptyState(
        "unplugged",
        "Connect your first service",
        "Choose a service from the catalogue and sign in there. Its records then show up here and"
            + " in your CRM.",
        connect("Open the catalogue"));
  }

  private static Button connect(String text) {
    Button connect =
        new Button(text, new Glyph("plug"), click -> UI.getCurrent().navigate("catalogue"));
    connect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return connect;
  }
}
