package dev.patchbay.console.plugin;

import dev.patchbay.console.host.HostSession;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The plugins of the server. */
public record Plugins(HostSession host) {

  public List<Plugin> all() {
    return host.all(Plugin.class, Map.of(), "plugins");
  }

  public Plugin find(String id) {
    return host.get(Plugin.class, "plugins/{}", id);
  }

  /** Has the server start again with the plugins that are in its folders now. */
  public void apply() {
    host.call(Void.class, "plugins/apply");
  }

  public Map<String, Plugin> byId() {
    return all().stream().collect(Collectors.toMap(Plugin::id, Function.identity(), (a, b) -> a));
  }
}
