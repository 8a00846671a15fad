package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.host.problem.ProblemException;
import dev.patchbay.host.startup.HostStarted;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The catalogue: which plugins this server has in use, and which it refused and why. */
@Singleton
public class Plugins {

  private static final System.Logger LOG = System.getLogger(Plugins.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PluginExtension extension;
  private final Instance<IntegrationPlugin> instances;
  private final CallThreads threads;
  private final Map<String, ReadyPlugin> ready = new ConcurrentSkipListMap<>();
  private final List<RefusedPlugin> refused = new CopyOnWriteArrayList<>();

  @Inject
  Plugins(
      PluginExtension extension, @Any Instance<IntegrationPlugin> instances, CallThreads threads) {
    this.extension = extension;
    this.instances = instances;
    this.threads = threads;
  }

  /** Those in use, in the order of their ids. */
  public Collection<ReadyPlugin> ready() {
    return List.copyOf(ready.values());
  }

  /** Those that are not used. */
  public List<RefusedPlugin> refused() {
    return List.copyOf(refused);
  }

  public Optional<ReadyPlugin> find(String id) {
    return Optional.ofNullable(ready.get(id));
  }

  /**
   * @throws ProblemException if no plugin with this id is in use
   */
  public ReadyPlugin get(String id) {
    return find(id).orElseThrow(() -> ProblemException.notFound("plugin in use", id));
  }

  /** Starts them before anything else that waits for the host, since all of it may ask for one. */
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) HostStarted host) {
    refused.addAll(extension.scan().refused());
    extension.scan().found().forEach(this::start);
    refused.forEach(plugin -> LOG.log(Level.WARNING, words(plugin)));
    ready.values().forEach(plugin -> LOG.log(Level.INFO, words(plugin)));
  }

  private void start(FoundPlugin found) {
    try {
      ready.put(found.id(), threads.run(found.loader(), "start", PATIENCE, () -> started(found)));
    } catch (RuntimeException e) {
      refused.add(found.refused(RefusalReason.of(e)));
      found.close();
    }
  }

  private ReadyPlugin started(FoundPlugin found) {
    IntegrationPlugin plugin = instances.select(new PluginId.Literal(found.id())).get();
    return new ReadyPlugin(found, plugin, DescriptorCheck.checked(plugin.descriptor()));
  }

  private static String words(RefusedPlugin plugin) {
    return "Plugin at " + plugin.location().path() + " refused: " + plugin.reason();
  }

  private static String words(ReadyPlugin plugin) {
    return "Plugin " + plugin.id() + " " + plugin.version() + " in use";
  }
}
