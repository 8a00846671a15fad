package dev.patchbay.console.connection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.PluginLogo;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Cord;
import dev.patchbay.console.ui.Moment;
import dev.patchbay.console.ui.Tone;
import java.util.Optional;

/** One connection as a strip of the patchbay: service, cord, account, state, and its numbers. */
class ConnectionStrip extends Anchor {

  ConnectionStrip(Connection connection, Plugin plugin) {
    super("connections/" + connection.id());
    getElement().setAttribute("router-link", true);
    addClassName("strip");
    Optional<Plugin> installed = Optional.ofNullable(plugin);
    Component logo =
        installed.map(PluginLogo::new).orElseGet(() -> new PluginLogo(connection.plugin()));
    Span name = new Span(connection.title());
    name.addClassName("strip-name");
    Span service = new Span(service(connection, installed));
    service.addClassName("faint");
    Div who = new Div(name, service);
    who.addClassName("strip-who");
    ConnectionState state = connection.state();
    add(logo, new Cord(state.tone()), who, badge(connection));
    if (installed.map(Plugin::reads).orElse(true)) {
      add(figures(connection));
    }
  }

  private static String service(Connection connection, Optional<Plugin> plugin) {
    String title = plugin.map(Plugin::title).orElse(connection.plugin());
    return connection.who().equals(connection.title()) ? title : title + " · " + connection.who();
  }

  private static Badge badge(Connection connection) {
    ConnectionState state = connection.state();
    return connection.endsSoon().isPresent()
        ? new Badge(Tone.ATTENTION, "Access ends soon")
        : new Badge(state.tone(), state.label());
  }

  private static Div figures(Connection connection) {
    Span synced = new Span();
    connection
        .lastSync()
        .ifPresentOrElse(
            at -> synced.add(new Span("Synced "), new Moment(at)),
            () -> synced.setText("Not synced yet"));
    Div figures =
        new Div(new Span(Amount.of(connection.recordCount(), "record", "records")), synced);
    figures.addClassName("strip-figures");
    return figures;
  }
}
