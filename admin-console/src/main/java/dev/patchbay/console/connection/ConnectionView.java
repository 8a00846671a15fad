package dev.patchbay.console.connection;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.action.ActionsPanel;
import dev.patchbay.console.connect.ConnectWizard;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.event.AgendaPanel;
import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.live.Pulse;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.Plugins;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.sync.RunsPanel;
import dev.patchbay.console.sync.SyncRun;
import dev.patchbay.console.sync.SyncRuns;
import dev.patchbay.console.sync.SyncWatch;
import dev.patchbay.console.ui.Notice;
import dev.patchbay.console.ui.Trail;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One connection: how it stands, what to do about it, what it brought. */
@Route("connections/:connection")
@PermitAll
class ConnectionView extends Main
    implements BeforeEnterObserver, HasDynamicTitle, Trail, ConnectionActions {
  private final transient HostSession host;
  private final transient boolean mayWrite;
  private final transient Pulse pulse;
  private final transient ConnectWizard wizard;
  private final transient Clock clock;
  private final RunsPanel runs = new RunsPanel();
  private transient CollectionsPanel collections;
  private transient Connection connection;
  private transient Plugin plugin;
  private transient ConnectionHeader header;
  private transient Optional<AgendaPanel> agenda;
  private transient TypesPanel types;
  private transient SyncWatch watch;
  private transient Optional<SyncRun> newest = Optional.empty();

  @Inject
  ConnectionView(Visitor visitor, Pulse pulse, ConnectWizard wizard, Clock clock) {
    this.host = visitor.host();
    this.mayWrite = visitor.has("admin") || visitor.has("editor");
    this.pulse = pulse;
    this.wizard = wizard;
    this.clock = clock;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    String id = event.getRouteParameters().get("connection").orElseThrow();
    connection = new Connections(host).find(id);
    plugin = new Plugins(host).find(connection.plugin());
    List<Collection> known = new Connections(host).collections(id);
    header = new ConnectionHeader(connection, plugin, mayWrite ? Optional.of(this) : none());
    agenda =
        Optional.of(known)
            .filter(all -> plugin.reads("event"))
            .map(all -> new AgendaPanel(host, clock, id, Collection.calendars(all)));
    types = new TypesPanel(plugin.types());
    types.show(connection);
    collections = new CollectionsPanel(plugin.types());
    collections.show(known);
    Div columns = new Div();
    columns.addClassName("columns");
    Div side = new Div();
    side.addClassName("side");
    if (plugin.reads()) {
      columns.add(agenda.<Component>map(panel -> panel).orElse(types));
      side.add(runs, collections);
    }
    if (mayWrite && !plugin.actions().isEmpty()) {
      side.add(new ActionsPanel(host, id));
    }
    columns.add(side);
    removeAll();
    add(header, new ConnectionTabs(id, Tab.OVERVIEW), columns);
    watch = new SyncWatch(new SyncRuns(host), id, this::show);
    watch.look();
    watch.follow(pulse, this);
  }

  @Override
  public String getPageTitle() {
    return connection.title() + " · Patchbay";
  }

  @Override
  public List<Step> trail() {
    return List.of(new Step("Connections", ""), Step.here(connection.title()));
  }

  @Override
  public void sync() {
    new SyncRuns(host).pull(connection.id());
    watch.look();
  }

  @Override
  public void readAgain() {
    new SyncRuns(host).readAgain(connection.id());
    watch.look();
  }

  @Override
  public void check() {
    show(new Connections(host).check(connection.id()));
    Notice.done("Checked: " + connection.state().label());
  }

  @Override
  public void reconnect() {
    wizard.again(host, plugin, connection.id());
  }

  @Override
  public void replace() {
    new ReplaceDialog(connection, plugin.typedIn(), this::replace).open();
  }

  private void replace(Map<String, Object> fields, Optional<Instant> end) {
    show(new Connections(host).replace(connection.id(), fields, end));
    Notice.done("Replaced; the service accepts it");
  }

  @Override
  public void rename(String name) {
    show(new Connections(host).rename(connection.id(), name));
  }

  @Override
  public void disconnect(Connections.Records records) {
    Connections connections = new Connections(host);
    connections.disconnect(connection.id(), records);
    show(connections.find(connection.id()));
  }

  private void show(Connection now) {
    connection = now;
    header.show(now);
    types.show(now);
  }

  private void show(List<SyncRun> latest) {
    Optional<SyncRun> before = newest;
    newest = latest.stream().findFirst();
    runs.show(latest);
    header.moving(newest.filter(run -> !run.isOver()).isPresent());
    if (before.isPresent() && ended(before.get(), latest)) {
      refresh();
    }
  }

  private static boolean ended(SyncRun before, List<SyncRun> latest) {
    return !before.isOver()
        && latest.stream().anyMatch(run -> run.id().equals(before.id()) && run.isOver());
  }

  private void refresh() {
    Connections connections = new Connections(host);
    show(connections.find(connection.id()));
    collections.show(connections.collections(connection.id()));
    agenda.ifPresent(AgendaPanel::read);
  }

  private static Optional<ConnectionActions> none() {
    return Optional.empty();
  }
}
