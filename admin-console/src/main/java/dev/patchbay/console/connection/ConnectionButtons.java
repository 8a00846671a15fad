package dev.patchbay.console.connection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.patchbay.console.ui.Glyph;

/** The actions; the one that helps most in the present state comes first. */
class ConnectionButtons extends Div {
  private final Button sync;
  private final Button reconnect;
  private final Button check;
  private final Button disconnect;
  private transient Connection connection;

  ConnectionButtons(ConnectionActions actions) {
    addClassName("actions");
    sync = new Button("Sync now", new Glyph("sync"), click -> actions.sync());
    sync.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    reconnect = new Button("Sign in again", new Glyph("plug"), click -> actions.reconnect());
    reconnect.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
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
    add(reconnect, sync, check, rename, disconnect);
  }

  void show(Connection now) {
    connection = now;
    boolean connected = now.state() != ConnectionState.DISCONNECTED;
    reconnect.setVisible(now.state() == ConnectionState.NEEDS_REAUTH);
    sync.setVisible(now.state() == ConnectionState.ACTIVE);
    check.setVisible(connected);
    disconnect.setVisible(connected);
  }

  void moving(boolean moving) {
    sync.setEnabled(!moving);
  }
}
