package dev.patchbay.host.plugin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/**
 * A catalogue with two real plugin jars: {@code service}, which speaks to the authorization server
 * of the tests, and {@code alpha}, which is connected by a form.
 */
public final class ServicePlugins implements AutoCloseable {
  private static final Path FOLDER = jars();

  private final Catalogue catalogue = Catalogue.boot(FOLDER);
  private final CallThreads threads = new CallThreads(Executors.defaultThreadFactory(), 8);

  public Plugins catalogue() {
    return catalogue.plugins();
  }

  /** Calls as in the server, but no time passes between repetitions. */
  public PluginCalls calls() {
    return PromptCalls.on(threads);
  }

  @Override
  public void close() {
    threads.close();
    catalogue.close();
  }

  private static Path jars() {
    try {
      Path folder = Files.createTempDirectory("service-plugins");
      PluginJar.plugin("alpha", "1.0.0").writeTo(folder.resolve("alpha.jar"));
      PluginJar.bare("service", "1.0.0")
          .source(PluginJar.className("service"), source())
          .writeTo(folder.resolve("service.jar"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String source() throws IOException {
    try (var text = ServicePlugins.class.getResourceAsStream("ServicePlugin.java.txt")) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }
}
