package dev.patchbay.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.action.Action;
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
  void should_ship_its_jar_and_the_mail_library() throws IOException {
    assertThat(names())
        .extracting(name -> name.replaceAll("-[0-9].*", ""))
        .containsExactlyInAnyOrder(
            "smtp",
            "smtp",
            "angus-core",
            "angus-activation",
            "jakarta.mail-api",
            "jakarta.activation-api");
  }

  @Test
  void should_ship_nothing_that_the_host_has() throws IOException {
    for (var jar : jars()) {
      try (var file = new JarFile(jar.toFile())) {
        assertThat(file.getEntry("dev/patchbay/api/IntegrationPlugin.class")).isNull();
        assertThat(file.getEntry("jakarta/inject/Inject.class")).isNull();
        assertThat(file.getEntry("jakarta/annotation/Priority.class")).isNull();
      }
    }
  }

  @Test
  void should_run_from_what_is_shipped_and_the_plugin_api_alone() throws Exception {
    var urls = jars().stream().map(PackagingIT::url).toArray(URL[]::new);
    var before = Thread.currentThread().getContextClassLoader();
    try (var loader = new URLClassLoader(urls, new ApiOnly());
        var server = ScriptedMailServer.start(Script.proper())) {
      Thread.currentThread().setContextClassLoader(loader);
      var plugin = ServiceLoader.load(IntegrationPlugin.class, loader).iterator().next();
      var client = plugin.open(Office.at(server.address(), "none").loggingIn().context());

      assertThat(plugin.getClass().getClassLoader()).isSameAs(loader);
      assertThat(client.check().id()).isEqualTo("ada@example.org");
      send(client.actions().get(0));
      assertThat(server.mails()).singleElement().asString().contains("multipart/alternative");
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static <I, O> void send(Action<I, O> action) {
    action.perform(
        action
            .descriptor()
            .input()
            .read(
                java.util.Map.of(
                    "to", List.of("bob@example.com"), "text", "Hello", "html", "<p>Hello")),
        Office.KEY);
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
