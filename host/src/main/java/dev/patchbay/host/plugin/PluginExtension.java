package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Turns the plugins found at boot into beans of the container. */
public class PluginExtension implements Extension {

  private final Supplier<PluginFolders> folders;
  private PluginScan scan;

  /** For the container. */
  public PluginExtension() {
    this(() -> PluginFolders.of(ConfigProvider.getConfig()));
  }

  PluginExtension(Supplier<PluginFolders> folders) {
    this.folders = folders;
  }

  void addPlugins(@Observes AfterBeanDiscovery event) {
    scan = PluginScan.of(folders.get().locations(), PluginExtension.class.getClassLoader());
    scan.found().forEach(found -> add(event, found));
  }

  PluginScan scan() {
    return scan;
  }

  private static void add(AfterBeanDiscovery event, FoundPlugin found) {
    PluginBean<?> bean = PluginBean.of(found);
    event
        .<IntegrationPlugin>addBean()
        .id("plugin:" + found.id())
        .scope(Singleton.class)
        .types(IntegrationPlugin.class, Object.class)
        .qualifiers(new PluginId.Literal(found.id()), Any.Literal.INSTANCE)
        .createWith(bean::create)
        .destroyWith(bean::destroy);
  }
}
