package dev.patchbay.console.action;

import dev.patchbay.console.host.HostSession;
import dev.patchbay.console.host.Page;
import dev.patchbay.console.plugin.Plugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done over a connection. */
record Actions(HostSession host, String connection) {

  List<Plugin.Action> offered() {
    Page<Plugin.Action> page =
        host.page(
            Plugin.Action.class, Map.of(), Optional.empty(), "connections/{}/actions", connection);
    return page.items();
  }

  /**
   * @param key the same for each attempt of the same wish
   */
  ActionRun perform(Plugin.Action action, String key, Map<String, Object> input) {
    return host.postOnce(
        ActionRun.class, key, input, "connections/{}/actions/{}", connection, action.name());
  }
}
