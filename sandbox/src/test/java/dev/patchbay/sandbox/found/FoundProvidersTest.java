package dev.patchbay.sandbox.found;

import static org.assertj.core.api.Assertions.assertThat;

import dev.patchbay.sandbox.ProviderFactory;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as the launcher loads it, with one more jar beside its own. */
class FoundProvidersTest {
  @TempDir Path beside;

  @Test
  void should_play_a_service_that_a_jar_beside_it_brings() throws Exception {
    Path services = Files.createDirectories(beside.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(ProviderFactory.class.getName()), Weather.Factory.class.getName());

    try (URLClassLoader loader = new URLClassLoader(urls(), ClassLoader.getPlatformClassLoader())) {
      Class<?> sandbox = loader.loadClass("dev.patchbay.sandbox.Sandbox");
      try (AutoCloseable started =
          (AutoCloseable) sandbox.getMethod("start", Path.class, int.class).invoke(null, null, 0)) {
        Map<?, ?> hosts = (Map<?, ?>) sandbox.getMethod("hosts").invoke(started);

        assertThat(hosts.get("www.googleapis.com")).isNotNull();
        assertThat(get(hosts.get(Weather.HOST) + "/today")).isEqualTo("{\"sky\":\"blue\"}");
        assertThat(sandbox.getMethod("integrations").invoke(started).toString())
            .contains("Weather (sandbox)");
      }
    }
  }

  private URL[] urls() throws Exception {
    Stream<Path> own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of);
    return Stream.concat(own, Stream.of(beside)).map(FoundProvidersTest::url).toArray(URL[]::new);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String get(String address) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }
}
