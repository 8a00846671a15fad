package dev.patchbay.console.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.ui.Glyph;

/** The actions; the one that helps most in the present state comes first. */
class ConnectionButtons extends Div {
  private final Button sync;
  private final Button readAgain;
  private final Button reconnect;
  private final Button replace;
  private final boolean typedIn;
  private final Button check;
  private final Button disconnect;
  private transient Connection connection;

  ConnectionButtons(ConnectionActions actions, Plugin plugin) {
    typedIn = !plugin.typedIn().isEmpty();
    addClassName("actions");
    sync = new Button("Sync now", new Glyph("sync"), click -> actions.sync());
    sync.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    readAgain =
        new Button("Read everything again", new Glyph("sync"), click -> actions.readAgain());
    reconnect = new Button("Reconnect", new Glyph("plug"), click -> actions.reconnect());
    reconnect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    replace = new Button("Replace credentials", new Glyph("key"), click -> actions.replace());
    check = new Button("Check", new Glyph("check"), click -> actions.check());
    Button rename =
        new Button(
            "Rename",
            new Glyph("pencil"),
            click -> new RenameDialog(connection.title(), actions::rename).open());
    disconnect =
        new Button(
            "Disconnect",
            new Glyph("unplugged"),
            click -> new DisconnectDialog(connection, actions::disconnect).open());
    disconnect.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
    add(reconnect, sync, readAgain, replace, check, rename, disconnect);
  }

  void show(Connection now) {
    connection = now;
    boolean connected = now.state() != ConnectionState.DISCONNECTED;
    reconnect.setVisible(!typedIn && needsPerson(now));
    replace.setVisible(typedIn && connected);
    replace.getThemeNames().set("primary", needsPerson(now));
    boolean stalled = now.state() == ConnectionState.STALLED;
    sync.setVisible(now.isSynced() && (stalled || now.state() == ConnectionState.ACTIVE));
    readAgain.setVisible(now.isSynced() && stalled);
    check.setVisible(connected);
    disconnect.setVisible(connected);
  }

  private static boolean needsPerson(Connection now) {
    return now.state() == ConnectionState.NEEDS_REAUTH || now.endsSoon().isPresent();
  }

  void moving(boolean moving) {
    sync.setEnabled(!moving);
    readAgain.setEnabled(!moving);
  }
}
