package dev.patchbay.testkit.contract;

import dev.patchbay.api.IntegrationPlugin;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Loads what is shipped as the host does: above it are only the JDK and the packages that every
 * plugin takes from the host.
 */
final class Quarantine extends URLClassLoader {
  private static final List<String> SHARED =
      List.of(
          "dev.patchbay.api.",
          "jakarta.inject.",
          "jakarta.enterprise.",
          "jakarta.annotation.",
          "jakarta.interceptor.",
          "org.eclipse.microprofile.config.",
          "org.eclipse.microprofile.faulttolerance.",
          "org.jboss.weld.");

  Quarantine(Shipment shipment) {
    super(shipment.all().map(Quarantine::url).toArray(URL[]::new), new Shared());
  }

  /** The plugin that the service file names, with its own loader as the thread's. */
  IntegrationPlugin plugin() {
    return ServiceLoader.load(IntegrationPlugin.class, this).iterator().next();
  }

  /** Whether a class is one that every plugin takes from the host. */
  static boolean isShared(String className) {
    return SHARED.stream().anyMatch(className::startsWith);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static final class Shared extends ClassLoader {

    Shared() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (isShared(name)) {
        return Class.forName(name, false, Quarantine.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
