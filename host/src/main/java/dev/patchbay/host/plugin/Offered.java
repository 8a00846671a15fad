package dev.patchbay.host.plugin;

import dev.patchbay.api.egress.Egress;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedCallable;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a plugin may inject. Everything else is refused by name, so that an author learns at the
 * first start what would otherwise fail in the dark, and no plugin grows into the host.
 */
final class Offered {

  private static final Set<Class<?>> TYPES = Set.of(Clock.class, Egress.class);

  private Offered() {}

  static void requireAll(String plugin, AnnotatedType<?> type) {
    Stream.of(
            type.getFields().stream().filter(Offered::isInjected),
            parameters(type.getConstructors()),
            parameters(type.getMethods()))
        .flatMap(asked -> asked)
        .forEach(asked -> require(plugin, asked));
  }

  private static Stream<? extends Annotated> parameters(
      Collection<? extends AnnotatedCallable<?>> callables) {
    return callables.stream()
        .filter(Offered::isInjected)
        .flatMap(callable -> callable.getParameters().stream());
  }

  private static boolean isInjected(Annotated annotated) {
    return annotated.isAnnotationPresent(Inject.class);
  }

  private static void require(String plugin, Annotated asked) {
    var property = asked.getAnnotation(ConfigProperty.class);
    String prefix = "patchbay.plugin." + plugin + ".";
    if (property != null ? !property.name().startsWith(prefix) : !isOffered(asked)) {
      throw new PluginRefused(
          "Its class asks for "
              + (property == null ? asked.getBaseType().getTypeName() : words(property))
              + "; a plugin can have a Clock, an Egress, and configuration values whose names start"
              + " with "
              + prefix);
    }
  }

  private static String words(ConfigProperty property) {
    return "\"" + property.name() + "\"";
  }

  private static boolean isOffered(Annotated asked) {
    return asked.getBaseType() instanceof Class<?> type && TYPES.contains(type);
  }
}
