package dev.patchbay.console.action;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import dev.patchbay.console.host.HostSession;

/** What can be done over a connection, each with its button. */
public final class ActionsPanel extends Section {

  public ActionsPanel(HostSession host, String connection) {
    addClassName("panel");
    Actions actions = new Actions(host, connection);
    add(new H2("Actions"));
    actions.offered().stream()
        .map(
            action -> new Button(action.label(), click -> new ActionDialog(action, actions).open()))
        .forEach(this::add);
  }
}
