package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;

/** A catalogue of one plugin, {@code service}, which is an object of the test's own. */
public final class DeclaredPlugins extends Plugins implements AutoCloseable {
  private final CallThreads threads = new CallThreads(Executors.defaultThreadFactory(), 8);
  private final ReadyPlugin ready;

  /**
   * @throws PluginRefused if the server would refuse it at boot
   */
  public DeclaredPlugins(IntegrationPlugin plugin) {
    super(null, null, null);
    var loader = new PluginClassLoader("service", List.of(), plugin.getClass().getClassLoader());
    var found =
        new FoundPlugin(
            new PluginManifest("service", "1.0.0"),
            ContractResult.unproven("It is made by a test"),
            new PluginLocation(Path.of("plugins", "service.jar"), true),
            loader,
            plugin.getClass());
    ready = new ReadyPlugin(found, plugin, DescriptorCheck.checked(plugin.descriptor()));
  }

  @Override
  public Optional<ReadyPlugin> find(String id) {
    return Optional.of(ready).filter(plugin -> plugin.id().equals(id));
  }

  /** Calls as in the server, but no time passes between repetitions. */
  public PluginCalls calls() {
    return PromptCalls.on(threads);
  }

  @Override
  public void close() {
    threads.close();
  }
}
