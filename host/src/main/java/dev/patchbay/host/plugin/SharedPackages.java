package dev.patchbay.host.plugin;

import java.util.List;
import java.util.Optional;

/**
 * The packages that a plugin takes from the host. Annotations are among them, since the container
 * knows only its own: one of a plugin's own copy would be ignored without a word. For the same
 * reason a jar that brings one of these packages along is refused.
 */
final class SharedPackages {

  private static final List<String> NAMES =
      List.of(
          "dev.patchbay.api",
          "jakarta.inject",
          "jakarta.enterprise",
          "jakarta.annotation",
          "jakarta.interceptor",
          "org.eclipse.microprofile.config",
          "org.eclipse.microprofile.faulttolerance",
          "org.jboss.weld");

  private SharedPackages() {}

  static boolean contain(String className) {
    return NAMES.stream().anyMatch(name -> className.startsWith(name + "."));
  }

  /** The shared package that a class file of a jar belongs to. */
  static Optional<String> ofEntry(String entry) {
    String path = entry.replaceFirst("^META-INF/versions/[0-9]+/", "");
    return NAMES.stream()
        .filter(name -> path.endsWith(".class"))
        .filter(name -> path.startsWith(name.replace('.', '/') + "/"))
        .findFirst();
  }
}
