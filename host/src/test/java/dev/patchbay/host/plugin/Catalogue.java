package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.host.egress.EgressGate;
import dev.patchbay.host.egress.HostMap;
import dev.patchbay.host.egress.OpenedHosts;
import dev.patchbay.host.egress.OutboundProxy;
import dev.patchbay.host.startup.HostStarted;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A real container with the plugins of two folders, as the server boots it. */
final class Catalogue implements AutoCloseable {

  /** The system property with the host map, for tests whose plugin goes out. */
  static final String HOSTS = "patchbay.test.hosts";

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final SeContainer container;

  private Catalogue(SeContainer container) {
    this.container = container;
  }

  static Catalogue boot(Path bundled, Path... further) {
    var folders = new PluginFolders(Optional.of(bundled), List.of(further));
    var container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addExtensions(new PluginExtension(() -> folders))
            .addBeanClasses(Plugins.class, OwnEgress.class, HostBeans.class)
            .initialize();
    container.getBeanManager().getEvent().select(HostStarted.class).fire(new HostStarted());
    return new Catalogue(container);
  }

  Plugins plugins() {
    return container.select(Plugins.class).get();
  }

  ReadyPlugin ready(String id) {
    return plugins().get(id);
  }

  /** The reason of the only refused plugin. */
  String refusal() {
    List<RefusedPlugin> refused = plugins().refused();
    if (refused.size() != 1) {
      throw new AssertionError("Expected one refused plugin, but there are " + refused);
    }
    return refused.get(0).reason();
  }

  List<IntegrationPlugin> beans() {
    return container.select(IntegrationPlugin.class, Any.Literal.INSTANCE).stream().toList();
  }

  @Override
  public void close() {
    container.close();
  }

  /** What the host offers besides the catalogue. */
  static class HostBeans {

    @Produces
    @Singleton
    Clock clock() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Produces
    @ConfigProperty
    String configured(InjectionPoint point) {
      return "value of " + point.getAnnotated().getAnnotation(ConfigProperty.class).name();
    }

    @Produces
    @Singleton
    EgressGate gate() {
      return new EgressGate(
          HostMap.parse(System.getProperty(HOSTS, "")),
          OpenedHosts.none(),
          OutboundProxy.none(),
          exchange -> {});
    }

    @Produces
    @Singleton
    CallThreads callThreads() {
      return new CallThreads(Executors.defaultThreadFactory(), 8);
    }
  }
}
