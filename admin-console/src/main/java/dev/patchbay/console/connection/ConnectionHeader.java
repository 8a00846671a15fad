package dev.patchbay.console.connection;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.plugin.PluginLogo;
import dev.patchbay.console.ui.Amount;
import dev.patchbay.console.ui.Badge;
import dev.patchbay.console.ui.Cord;
import dev.patchbay.console.ui.Day;
import dev.patchbay.console.ui.Tone;
import java.util.List;
import java.util.Optional;

/** Who the connection is, how it stands, and the buttons that change that. */
class ConnectionHeader extends Header {
  private final H1 title = new H1();
  private final Paragraph account = new Paragraph();
  private final Div state = new Div();
  private final Div reason = new Div();
  private final Cord cord = new Cord(Tone.IDLE);
  private final Optional<ConnectionButtons> buttons;
  private final transient Plugin plugin;
  private transient Connection connection;

  ConnectionHeader(Connection connection, Plugin plugin, Optional<ConnectionActions> actions) {
    this.plugin = plugin;
    addClassName("connection-head");
    Div patchbay = new Div();
    patchbay.addClassNames("logo", "logo-patchbay");
    Div picture = new Div(new PluginLogo(plugin), cord, patchbay);
    picture.addClassNames("patch", "patch-small");
    picture.getElement().setAttribute("aria-hidden", "true");
    state.addClassName("connection-state");
    Div words = new Div(title, account, state);
    words.addClassName("connection-words");
    add(picture, words);
    buttons = actions.map(all -> new ConnectionButtons(all, plugin));
    buttons.ifPresent(this::add);
    reason.addClassName("connection-reason");
    add(reason);
    show(connection);
  }

  void show(Connection now) {
    connection = now;
    ConnectionState how = now.state();
    title.setText(now.title());
    account.setText(plugin.title() + " · " + now.who());
    state.removeAll();
    state.add(new Badge(how.tone(), how.label()));
    if (plugin.reads()) {
      state.add(new Span(Amount.of(now.recordCount(), "record", "records")));
    }
    permissions().ifPresent(state::add);
    cord.show(how.tone());
    reason.removeAll();
    Optional.ofNullable(now.reason()).or(this::ending).map(Paragraph::new).ifPresent(reason::add);
    reason.setVisible(reason.getComponentCount() > 0);
    buttons.ifPresent(row -> row.show(now));
  }

  /** What to do before the access ends by itself. */
  private Optional<String> ending() {
    String act = plugin.typedIn().isEmpty() ? "Reconnect" : "Replace the credentials";
    return connection
        .endsSoon()
        .map(
            end ->
                "%s ends this access on %s. %s before, and nothing stops."
                    .formatted(plugin.title(), Day.of(end), act));
  }

  /** A run under way shows in the cord. */
  void moving(boolean moving) {
    cord.show(moving ? Tone.BUSY : connection.state().tone());
    buttons.ifPresent(row -> row.moving(moving));
  }

  private Optional<NativeDetails> permissions() {
    List<String> scopes = connection.account() == null ? List.of() : connection.account().scopes();
    if (scopes.isEmpty()) {
      return Optional.empty();
    }
    UnorderedList list = new UnorderedList();
    scopes.forEach(scope -> list.add(new ListItem(scope)));
    String summary = Amount.of(scopes.size(), "permission", "permissions");
    NativeDetails details = new NativeDetails(summary, list);
    details.addClassName("permissions");
    return Optional.of(details);
  }
}
