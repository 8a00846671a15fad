package dev.patchbay.host.plugin;

import static dev.patchbay.host.plugin.PluginJar.bare;
import static dev.patchbay.host.plugin.PluginJar.className;
import static dev.patchbay.host.plugin.PluginJar.classWith;
import static dev.patchbay.host.plugin.PluginJar.descriptor;
import static dev.patchbay.host.plugin.PluginJar.methods;
import static dev.patchbay.host.plugin.PluginJar.plugin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.patchbay.api.IntegrationPlugin;
import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoadingTest {

  @TempDir private Path folder;
  private Path bundled;
  private Path further;

  @BeforeEach
  void folders() {
    bundled = folder.resolve("plugins");
    further = folder.resolve("further");
  }

  @Test
  void should_be_in_use_when_a_folder_holds_jars_of_plugins() throws IOException {
    plugin("alpha", "1.0.0").writeTo(bundled.resolve("alpha/alpha.jar"));
    plugin("beta", "2.1.0").writeTo(further.resolve("beta.jar"));

    try (var catalogue = Catalogue.boot(bundled, further)) {
      assertThat(catalogue.plugins().ready())
          .extracting(ReadyPlugin::id)
          .containsExactly("alpha", "beta");
      assertThat(catalogue.plugins().refused()).isEmpty();
      assertThat(catalogue.beans()).hasSize(2);
      assertThat(catalogue.ready("beta").version()).isEqualTo("2.1.0");
      assertThat(catalogue.ready("beta").descriptor().name()).isEqualTo("Sample");
      assertThat(catalogue.ready("beta").location()).hasToString("further/beta.jar");
    }
  }

  @Test
  void should_be_in_use_when_the_configuration_names_the_jar_itself() throws IOException {
    Path jar = plugin("alpha", "1.0.0").writeTo(further.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled, jar)) {
      assertThat(catalogue.plugins().find("alpha")).isPresent();
    }
  }

  @Test
  void should_see_the_same_api_and_nothing_of_the_host() throws IOException {
    plugin("alpha", "1.0.0").writeTo(bundled.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled)) {
      IntegrationPlugin alpha = catalogue.beans().get(0);
      ClassLoader loader = alpha.getClass().getClassLoader();
      assertThat(loader).isInstanceOf(PluginClassLoader.class);
      assertThat(loader.getName()).isEqualTo("plugin:alpha");
      assertThat(catchThrowable(() -> loader.loadClass("dev.patchbay.host.plugin.Plugins")))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(catchThrowable(() -> loader.loadClass("org.junit.jupiter.api.Test")))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void should_inject_what_the_host_offers_when_the_constructor_or_a_field_asks()
      throws IOException {
    bare("alpha", "1.0.0")
        .source(
            className("alpha"),
            classWith(
                "alpha",
                """
                private final Clock clock;
                @Inject private Clock again;
                private String built = "";
                @Inject public AlphaPlugin(Clock clock) { this.clock = clock; }
                @PostConstruct void built() { built = "built " + again.instant(); }
                """
                    + methods(descriptor(".description(clock.instant() + \" \" + built)"))))
        .writeTo(bundled.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled)) {
      assertThat(catalogue.ready("alpha").descriptor().description())
          .isEqualTo(Catalogue.NOW + " built " + Catalogue.NOW);
    }
  }

  @Test
  void should_inject_configuration_when_its_name_is_the_plugins_own() throws IOException {
    bare("alpha", "1.0.0")
        .source(
            className("alpha"),
            classWith(
                "alpha",
                """
                @Inject @ConfigProperty(name = "patchbay.plugin.alpha.region") String region;
                """
                    + methods(descriptor(".description(region)"))))
        .writeTo(bundled.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled)) {
      assertThat(catalogue.ready("alpha").descriptor().description())
          .isEqualTo("value of patchbay.plugin.alpha.region");
    }
  }

  @Test
  void should_let_the_plugin_out_to_its_declared_hosts_when_it_injects_an_egress()
      throws IOException {
    bare("alpha", "1.0.0")
        .source(
            className("alpha"),
            classWith(
                "alpha",
                """
                @Inject Egress http;
                public Optional<dev.patchbay.api.webhook.WebhookReceiver> webhooks() {
                  for (String host : List.of("a.test", "b.test")) {
                    http.send(java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("https://" + host + "/")).build());
                  }
                  return Optional.empty();
                }
                """
                    + methods(descriptor(".egressHosts(\"a.test\")"))))
        .writeTo(bundled.resolve("alpha.jar"));
    HttpServer service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    var calls = new AtomicInteger();
    service.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    service.start();
    System.setProperty(
        Catalogue.HOSTS, "a.test=http://127.0.0.1:" + service.getAddress().getPort());

    try (var catalogue = Catalogue.boot(bundled)) {
      assertThatThrownBy(() -> catalogue.beans().get(0).webhooks())
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("alpha")
          .hasMessageContaining("b.test");
      assertThat(calls).hasValue(1);
    } finally {
      System.clearProperty(Catalogue.HOSTS);
      service.stop(0);
    }
  }

  @Test
  void should_end_the_plugin_when_the_server_stops() throws IOException {
    Path trace = folder.resolve("ended");
    bare("alpha", "1.0.0")
        .source(
            className("alpha"),
            classWith(
                "alpha",
                """
                @PreDestroy void end() {
                  try { java.nio.file.Files.createFile(java.nio.file.Path.of("%s")); }
                  catch (java.io.IOException e) { throw new IllegalStateException(e); }
                }
                """
                        .formatted(trace)
                    + methods(descriptor(""))))
        .writeTo(bundled.resolve("alpha.jar"));

    Catalogue.boot(bundled).close();

    assertThat(trace).exists();
  }

  @Test
  void should_give_each_plugin_its_own_library_when_their_versions_clash() throws IOException {
    for (String id : new String[] {"alpha", "beta"}) {
      Path home = bundled.resolve(id);
      Path library =
          new PluginJar()
              .source(
                  "org.library.Version",
                  "package org.library; public class Version {"
                      + " public static String text() { return \"made for "
                      + id
                      + "\"; } }")
              .writeTo(home.resolve("library.jar"));
      bare(id, "1.0.0")
          .against(library)
          .source(
              className(id),
              classWith(id, methods(descriptor(".description(org.library.Version.text())"))))
          .writeTo(home.resolve("plugin.jar"));
    }

    try (var catalogue = Catalogue.boot(bundled)) {
      assertThat(catalogue.ready("alpha").descriptor().description()).isEqualTo("made for alpha");
      assertThat(catalogue.ready("beta").descriptor().description()).isEqualTo("made for beta");
    }
  }

  @Test
  void should_find_its_own_services_when_the_plugin_uses_the_service_loader() throws IOException {
    bare("alpha", "1.0.0")
        .file("META-INF/services/java.util.function.Supplier", "dev.sample.Hello")
        .source(
            "dev.sample.Hello",
            "package dev.sample; public class Hello implements java.util.function.Supplier<String>"
                + " { public String get() { return \"hello\"; } }")
        .source(
            className("alpha"),
            classWith(
                "alpha",
                methods(
                    descriptor(
                        ".description(String.valueOf(ServiceLoader.load(java.util.function.Supplier.class)"
                            + ".findFirst().get().get()))"))))
        .writeTo(bundled.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled)) {
      assertThat(catalogue.ready("alpha").descriptor().description()).isEqualTo("hello");
    }
  }

  @Test
  void should_replace_the_bundled_plugin_when_a_further_folder_has_a_higher_version()
      throws IOException {
    plugin("alpha", "1.9.0").writeTo(bundled.resolve("alpha.jar"));
    plugin("alpha", "1.10.0").writeTo(further.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled, further)) {
      assertThat(catalogue.ready("alpha").version()).isEqualTo("1.10.0");
      assertThat(catalogue.plugins().refused()).isEmpty();
      assertThat(catalogue.beans()).hasSize(1);
    }
  }

  @Test
  void should_keep_the_bundled_plugin_when_the_one_with_a_higher_version_is_broken()
      throws IOException {
    plugin("alpha", "1.0.0").writeTo(bundled.resolve("alpha.jar"));
    bare("alpha", "2.0.0").writeTo(further.resolve("alpha.jar"));

    try (var catalogue = Catalogue.boot(bundled, further)) {
      assertThat(catalogue.ready("alpha").version()).isEqualTo("1.0.0");
      assertThat(catalogue.refusal())
          .startsWith("The class dev.sample.AlphaPlugin cannot be loaded");
    }
  }

  @Test
  void should_start_empty_when_there_are_no_plugins() throws IOException {
    Files.createDirectories(bundled);

    try (var catalogue = Catalogue.boot(bundled)) {
      assertThat(catalogue.plugins().ready()).isEmpty();
      assertThat(catalogue.plugins().refused()).isEmpty();
    }
  }
}
