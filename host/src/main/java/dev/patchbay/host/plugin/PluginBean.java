package dev.patchbay.host.plugin;

import dev.patchbay.api.IntegrationPlugin;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InjectionTarget;

/**
 * Makes and ends a plugin's one instance as the container would a bean of the host's own, so that
 * it can be injected. All of it happens late, since the container refuses foreign classes while it
 * is still being set up.
 */
final class PluginBean<T extends IntegrationPlugin> {

  private final FoundPlugin found;
  private final Class<T> type;
  private InjectionTarget<T> target;

  private PluginBean(FoundPlugin found, Class<T> type) {
    this.found = found;
    this.type = type;
  }

  static PluginBean<?> of(FoundPlugin found) {
    return new PluginBean<>(found, found.type());
  }

  @SuppressWarnings("unchecked") // one context serves the bean under each of its types
  IntegrationPlugin create(CreationalContext<IntegrationPlugin> context) {
    BeanManager beans = CDI.current().getBeanManager();
    return found
        .loader()
        .during(
            () -> {
              AnnotatedType<T> annotated = beans.createAnnotatedType(type);
              Offered.requireAll(found.id(), annotated);
              target = beans.getInjectionTargetFactory(annotated).createInjectionTarget(null);
              var own = (CreationalContext<T>) (CreationalContext<?>) context;
              T plugin = target.produce(own);
              target.inject(plugin, own);
              target.postConstruct(plugin);
              return plugin;
            });
  }

  void destroy(IntegrationPlugin plugin, CreationalContext<IntegrationPlugin> context) {
    found
        .loader()
        .during(
            () -> {
              target.preDestroy(type.cast(plugin));
              target.dispose(type.cast(plugin));
              context.release();
              return plugin;
            });
  }
}
