package dev.patchbay.console.twoway;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.patchbay.console.connection.Connection;
import dev.patchbay.console.connection.ConnectionTabs;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.connection.Connections;
import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.Plugins;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.Trail;
import java.util.List;

/** What the pages about a connection's sync have in common: heading, tabs, and who may write. */
abstract class ConnectionPage extends Main implements BeforeEnterObserver, HasDynamicTitle, Trail {
  private final transient HostSession host;
  private final boolean mayWrite;
  private final Tab tab;
  private final String intro;
  private final Div content = new Div();
  private transient Connection connection;

  ConnectionPage(Visitor visitor, Tab tab, String intro) {
    this.host = visitor.host();
    this.mayWrite = visitor.has("admin") || visitor.has("editor");
    this.tab = tab;
    this.intro = intro;
    content.addClassName("sync-page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    connection =
        new Connections(host).find(event.getRouteParameters().get("connection").orElseThrow());
    removeAll();
    Div words = new Div(new H1(tab.label()), new Paragraph(intro));
    add(new Header(words), new ConnectionTabs(connection.id(), tab), content);
    enter(event);
  }

  /** Reads the rest of the address, and fills the page. */
  abstract void enter(BeforeEnterEvent event);

  Div content() {
    return content;
  }

  HostSession host() {
    return host;
  }

  boolean mayWrite() {
    return mayWrite;
  }

  String id() {
    return connection.id();
  }

  /** What the connection brings. */
  List<Plugin.Type> types() {
    return new Plugins(host).find(connection.plugin()).types();
  }

  @Override
  public String getPageTitle() {
    return tab.label() + " · " + connection.title() + " · Patchbay";
  }

  @Override
  public List<Step> trail() {
    return List.of(
        new Step("Connections", ""),
        new Step(connection.title(), Tab.OVERVIEW.address(connection.id())),
        Step.here(tab.label()));
  }
}
