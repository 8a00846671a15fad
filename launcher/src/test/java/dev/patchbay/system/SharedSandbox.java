package dev.patchbay.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The simulated services apart from any server, for several nodes that may die. */
final class SharedSandbox implements AutoCloseable {
  private static final Path JARS = Path.of(System.getProperty("distribution"), "sandbox");

  private final AutoCloseable sandbox;

  private SharedSandbox(AutoCloseable sandbox) {
    this.sandbox = sandbox;
  }

  static SharedSandbox start(Path state) {
    try {
      URLClassLoader loader =
          new URLClassLoader("sandbox", jars(), ClassLoader.getPlatformClassLoader());
      return new SharedSandbox(
          (AutoCloseable)
              loader
                  .loadClass("dev.patchbay.sandbox.Sandbox")
                  .getMethod("start", Path.class, int.class)
                  .invoke(null, state, 0));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL[] jars() {
    try (Stream<Path> files = Files.list(JARS)) {
      return files.map(SharedSandbox::url).toArray(URL[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + ask("port"));
  }

  SandboxClient client() {
    return new SandboxClient(url());
  }

  /** The server's own configuration that sends the simulated hosts here. */
  @SuppressWarnings("unchecked")
  String hostMap() {
    return ((Map<String, URI>) ask("hosts"))
        .entrySet().stream()
            .map(host -> host.getKey() + "=" + host.getValue())
            .collect(Collectors.joining(","));
  }

  @SuppressWarnings("unchecked")
  List<Map<String, Object>> integrations() {
    return (List<Map<String, Object>>) ask("integrations");
  }

  private Object ask(String question) {
    try {
      return sandbox.getClass().getMethod(question).invoke(sandbox);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws Exception {
    sandbox.close();
  }
}
