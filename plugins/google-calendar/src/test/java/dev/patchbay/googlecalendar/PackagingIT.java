package dev.patchbay.googlecalendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/**
 * What is shipped: the plugin's jar with what it needs at run time, and nothing that the host has.
 */
class PackagingIT {

  private static final Path FOLDER = Path.of(System.getProperty("plugin.folder"));

  @Test
  void should_ship_its_jar_and_the_client_library() throws IOException {
    assertThat(names())
        .anyMatch(name -> name.startsWith("google-calendar-"))
        .anyMatch(name -> name.startsWith("google-api-services-calendar-"))
        .anyMatch(name -> name.startsWith("jackson-core-"));
  }

  @Test
  void should_ship_nothing_that_the_host_has_or_that_only_tests_need() throws IOException {
    assertThat(names())
        .noneMatch(name -> name.startsWith("plugin-api"))
        .noneMatch(name -> name.startsWith("jakarta."))
        .noneMatch(name -> name.startsWith("testkit"))
        .noneMatch(name -> name.startsWith("sandbox"))
        .noneMatch(name -> name.contains("junit") || name.contains("jqwik"))
        .noneMatch(name -> name.contains("assertj") || name.contains("undertow"));
    for (var jar : jars()) {
      try (var file = new JarFile(jar.toFile())) {
        assertThat(file.getEntry("dev/patchbay/api/IntegrationPlugin.class")).isNull();
        assertThat(file.getEntry("jakarta/inject/Inject.class")).isNull();
      }
    }
  }

  @Test
  void should_ship_no_second_way_out_for_http() throws IOException {
    assertThat(names())
        .noneMatch(name -> name.startsWith("httpclient") || name.startsWith("httpcore"))
        .noneMatch(name -> name.contains("apache"));
  }

  @Test
  void should_run_from_what_is_shipped_and_the_plugin_api_alone() throws Exception {
    var urls = jars().stream().map(PackagingIT::url).toArray(URL[]::new);
    try (var loader = new URLClassLoader(urls, new ApiOnly())) {
      var plugin = ServiceLoader.load(IntegrationPlugin.class, loader).iterator().next();

      assertThat(plugin.getClass().getClassLoader()).isSameAs(loader);
      assertThat(plugin.descriptor().name()).isEqualTo("Google Calendar");
      try (var google = ScriptedGoogle.start()) {
        google.then(200, "{\"sub\":\"1\",\"email\":\"a@x.org\"}");
        assertThat(plugin.open(google.context()).check().id()).isEqualTo("1");
      }
    }
  }

  private static List<String> names() throws IOException {
    return jars().stream().map(jar -> jar.getFileName().toString()).toList();
  }

  private static List<Path> jars() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows the plugin what the host would show it: the JDK and the plugin API. */
  private static final class ApiOnly extends ClassLoader {

    ApiOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("dev.patchbay.api.")) {
        return Class.forName(name, false, PackagingIT.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
