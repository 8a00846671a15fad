package dev.patchbay.console.twoway;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.patchbay.console.connection.ConnectionTabs.Tab;
import dev.patchbay.console.plugin.Plugin;
import dev.patchbay.console.signin.Visitor;
import dev.patchbay.console.ui.EmptyState;
import dev.patchbay.console.ui.Notice;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** How each type of a connection is kept in sync. */
@Route("connections/:connection/sync-settings")
@PermitAll
class SettingsView extends ConnectionPage {

  /** What the host knows of a type. */
  record Settings(String policy) {}

  @Inject
  SettingsView(Visitor visitor) {
    super(visitor, Tab.SETTINGS, "Which way records go, and who wins where both sides edit.");
  }

  @Override
  void enter(BeforeEnterEvent event) {
    content().removeAll();
    types().forEach(type -> content().add(panel(type)));
    if (content().getComponentCount() == 0) {
      content().add(none());
    }
  }

  private SettingsPanel panel(Plugin.Type type) {
    Settings present =
        host().get(Settings.class, "connections/{}/sync-settings/{}", id(), type.name());
    return new SettingsPanel(
        type,
        Policy.named(present.policy()),
        mayWrite() ? Optional.of(policy -> save(type, policy)) : Optional.empty());
  }

  private void save(Plugin.Type type, Policy policy) {
    host()
        .put(
            Settings.class,
            Map.of("policy", policy.text()),
            "connections/{}/sync-settings/{}",
            id(),
            type.name());
    Notice.done("Saved; it holds for edits that meet from now on");
  }

  private static EmptyState none() {
    return new EmptyState(
        "plug",
        "This service brings nothing to sync",
        "It only does things, such as sending messages. How records are kept in sync would stand"
            + " here.");
  }
}
