package dev.patchbay.host.plugin;

import static dev.patchbay.host.plugin.PluginJar.bare;
import static dev.patchbay.host.plugin.PluginJar.className;
import static dev.patchbay.host.plugin.PluginJar.classWith;
import static dev.patchbay.host.plugin.PluginJar.descriptor;
import static dev.patchbay.host.plugin.PluginJar.methods;
import static dev.patchbay.host.plugin.PluginJar.plugin;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can be wrong with a plugin; each time the sound one beside it is in use. */
class PluginRefusalTest {

  @TempDir private Path folder;
  private Path bundled;
  private Path further;
  private Path bad;

  @BeforeEach
  void oneSoundPlugin() throws IOException {
    bundled = folder.resolve("plugins");
    further = folder.resolve("further");
    bad = further.resolve("bad.jar");
    plugin("sound", "1.0.0").writeTo(bundled.resolve("sound.jar"));
    Files.createDirectories(further);
  }

  @Test
  void should_refuse_it_when_the_jar_is_no_jar() throws IOException {
    Files.writeString(bad, "<html>404 not found</html>");
    refused("The file bad.jar is corrupt");
  }

  @Test
  void should_refuse_it_when_the_jar_is_cut_off() throws IOException {
    plugin("bad", "1.0.0").writeTo(bad);
    byte[] whole = Files.readAllBytes(bad);
    Files.write(bad, java.util.Arrays.copyOf(whole, whole.length / 2));
    refused("The file bad.jar is corrupt");
  }

  @Test
  void should_refuse_it_when_its_class_is_damaged() throws IOException {
    bare("bad", "1.0.0").file("dev/sample/BadPlugin.class", "no class file").writeTo(bad);
    refused("The class dev.sample.BadPlugin cannot be loaded");
  }

  @Test
  void should_refuse_it_when_the_folder_holds_no_jar() throws IOException {
    Files.createDirectories(further.resolve("empty"));
    refused("The folder holds no jar");
  }

  @Test
  void should_refuse_it_when_the_configured_folder_is_not_there() {
    try (var catalogue = Catalogue.boot(bundled, folder.resolve("nowhere"))) {
      assertThat(catalogue.refusal()).startsWith("There is no such jar or folder");
      assertThat(catalogue.plugins().find("sound")).isPresent();
    }
  }

  @Test
  void should_refuse_it_when_there_is_no_properties_file() throws IOException {
    plugin("bad", "1.0.0").without(PluginManifest.FILE).writeTo(bad);
    refused("There is no META-INF/patchbay-plugin.properties in it");
  }

  @Test
  void should_refuse_it_when_two_plugins_share_a_folder() throws IOException {
    plugin("bad", "1.0.0").writeTo(further.resolve("both/bad.jar"));
    plugin("worse", "1.0.0").writeTo(further.resolve("both/worse.jar"));
    refused("There is more than one META-INF/patchbay-plugin.properties");
  }

  @ParameterizedTest
  @CsvSource({
    "'version=1\napi=1', has no \"id\"",
    "'id=bad\napi=1', has no \"version\"",
    "'id=bad\nversion=1', has no \"api\"",
    "'id=Bad\nversion=1\napi=1', The id \"Bad\"",
    "'id=bad_one\nversion=1\napi=1', The id \"bad_one\"",
    "'id=../bad\nversion=1\napi=1', The id \"../bad\"",
    "'id=bad-\nversion=1\napi=1', The id \"bad-\"",
    "'id=bad\nversion=new\napi=1', The version \"new\"",
    "'id=bad\nversion=${project.version}\napi=1', The version \"${project.version}\"",
    "'id=bad\nversion=1\napi=2', made for version 2 of the plugin API",
    "'id=bad\nversion=1\napi=0', made for version 0 of the plugin API",
    "'id=bad\nversion=1\napi=one', made for version one of the plugin API"
  })
  void should_refuse_it_when_the_properties_are_wrong(String properties, String reason)
      throws IOException {
    plugin("bad", "1.0.0").properties(properties).writeTo(bad);
    refused(reason);
  }

  @Test
  void should_run_none_of_its_code_when_it_is_made_for_another_version_of_the_api()
      throws IOException {
    Path trace = folder.resolve("ran");
    bare("bad", "1.0.0")
        .properties("id=bad\nversion=1\napi=2")
        .source(
            className("bad"),
            classWith(
                "bad",
                "static { new java.io.File(\""
                    + trace
                    + "\").mkdir(); }"
                    + methods(descriptor(""))))
        .writeTo(bad);

    refused("made for version 2");
    assertThat(trace).doesNotExist();
  }

  @Test
  void should_refuse_it_when_there_is_no_service_file() throws IOException {
    plugin("bad", "1.0.0").without(PluginArchive.SERVICE_FILE).writeTo(bad);
    refused("There is no META-INF/services/dev.patchbay.api.IntegrationPlugin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "dev.sample.BadPlugin\ndev.sample.Other"})
  void should_refuse_it_when_the_service_file_does_not_name_one_class(String content)
      throws IOException {
    plugin("bad", "1.0.0").service(content).writeTo(bad);
    refused("must name one class");
  }

  @Test
  void should_refuse_it_when_its_class_is_missing() throws IOException {
    bare("bad", "1.0.0").writeTo(bad);
    refused("The class dev.sample.BadPlugin cannot be loaded");
  }

  @Test
  void should_refuse_it_when_a_class_that_it_needs_is_missing() throws IOException {
    plugin("bad", "1.0.0")
        .source("dev.sample.Base", "package dev.sample; public class Base {}")
        .source(
            className("bad"),
            classWith("bad", methods(descriptor("")))
                .replace("implements", "extends Base implements"))
        .without("dev/sample/Base.class")
        .writeTo(bad);
    refused("The class dev.sample.BadPlugin cannot be loaded");
  }

  @Test
  void should_refuse_it_when_a_type_of_its_fields_is_missing() throws IOException {
    plugin("bad", "1.0.0")
        .source("dev.sample.Part", "package dev.sample; public class Part {}")
        .source(className("bad"), classWith("bad", "@Inject Part part;" + methods(descriptor(""))))
        .without("dev/sample/Part.class")
        .writeTo(bad);
    refused("dev.sample.Part");
  }

  @Test
  void should_refuse_it_when_its_class_is_no_plugin() throws IOException {
    bare("bad", "1.0.0")
        .source(className("bad"), "package dev.sample; public class BadPlugin {}")
        .writeTo(bad);
    refused("is no class that implements dev.patchbay.api.IntegrationPlugin");
  }

  @Test
  void should_refuse_it_when_its_class_is_abstract() throws IOException {
    plugin("bad", "1.0.0")
        .source(
            className("bad"),
            classWith("bad", methods(descriptor("")))
                .replace("public class", "public abstract class"))
        .writeTo(bad);
    refused("is no class that implements");
  }

  @ParameterizedTest
  @CsvSource({
    "dev/patchbay/api/IntegrationPlugin.class, dev.patchbay.api",
    "jakarta/inject/Inject.class, jakarta.inject",
    "jakarta/annotation/PostConstruct.class, jakarta.annotation",
    "jakarta/enterprise/inject/Any.class, jakarta.enterprise",
    "org/eclipse/microprofile/config/Config.class, org.eclipse.microprofile.config",
    "META-INF/versions/17/jakarta/inject/Inject.class, jakarta.inject"
  })
  void should_refuse_it_when_it_brings_along_what_the_host_shares(String entry, String name)
      throws IOException {
    plugin("bad", "1.0.0").file(entry, "x").writeTo(bad);
    refused("bad.jar brings along the package " + name + ",");
  }

  @Test
  void should_refuse_it_when_the_id_is_taken() throws IOException {
    plugin("sound", "1.0.0").writeTo(bad);
    refused("Version 1.0.0 is not higher than version 1.0.0, which came with the server");
  }

  @Test
  void should_refuse_the_second_when_two_further_ones_have_the_same_id() throws IOException {
    plugin("twin", "1.0.0").writeTo(further.resolve("a.jar"));
    plugin("twin", "2.0.0").writeTo(further.resolve("b.jar"));
    refused("The id twin is already taken by further/a.jar");
  }

  @Test
  void should_refuse_it_when_its_class_has_the_name_of_another_plugins() throws IOException {
    plugin("sound", "1.0.0").properties("id=bad\nversion=1\napi=1").writeTo(bad);
    refused("Its class dev.sample.SoundPlugin has the same name as that of the plugin sound");
  }

  @ParameterizedTest
  @CsvSource({
    "public BadPlugin() { throw new IllegalStateException(\"no home\"); }, no home",
    "public BadPlugin() { throw new OutOfMemoryError(\"too big\"); }, too big",
    "public BadPlugin() { new BadPlugin(); }, StackOverflowError",
    "public BadPlugin(String odd) {}, It failed to start",
    "static { if (true) throw new IllegalStateException(\"static\"); }, static",
    "@PostConstruct void start() { throw new IllegalStateException(\"not built\"); }, not built"
  })
  void should_refuse_it_when_it_cannot_be_made(String code, String reason) throws IOException {
    bare("bad", "1.0.0")
        .source(className("bad"), classWith("bad", code + methods(descriptor(""))))
        .writeTo(bad);
    refused(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "@Inject java.util.concurrent.Executor pool;, asks for java.util.concurrent.Executor",
    "@Inject @ConfigProperty(name = \"patchbay.db.password\") String s;, \"patchbay.db.password\""
  })
  void should_refuse_it_when_it_asks_for_what_is_not_offered(String code, String reason)
      throws IOException {
    bare("bad", "1.0.0")
        .source(className("bad"), classWith("bad", code + methods(descriptor(""))))
        .writeTo(bad);
    refused(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | descriptor() returns null",
        "nothing() | descriptor broke",
        ".egressHosts(\"*\") | wrong host: \"*\"",
        ".egressHosts(\"https://a.test\") | wrong host: \"https://a.test\"",
        ".settings(TWICE, TWICE) | the setting \"twice\" twice",
        ".types(TypeDescriptor.readOnly(\"event\", \"A\"), TypeDescriptor.readOnly(\"event\", \"B\"))"
            + " | the type \"event\" twice",
        ".settings(TWICE).webhooks(dev.patchbay.api.webhook.WebhookScope.integration(\"twice\"))"
            + " | signed with the setting \"twice\", which is no secret",
        ".types(TypeDescriptor.readOnly(\"Event\", \"A\")) | the type \"Event\", which must be in",
        "oauth(\"http://a.test/authorize\", \"https://a.test/token\") | must start with https://",
        "oauth(\"https://a.test/authorize\", \"https://b.test/token\") | https://b.test/token is on a host",
        "PluginDescriptor.builder(\" \", Form.apiKey(\"Key\", \"\")).build() | Its name must have"
      })
  void should_refuse_it_when_its_descriptor_is_wrong(String expression, String reason)
      throws IOException {
    String code =
        """
        private static final Setting TWICE =
            Setting.builder("twice", "Twice", Setting.Kind.TEXT).build();
        private static PluginDescriptor nothing() {
          throw new IllegalStateException("descriptor broke");
        }
        private static PluginDescriptor oauth(String authorize, String token) {
          return PluginDescriptor.builder("Sample", OAuth2.builder(authorize, token).build())
              .egressHosts("a.test").build();
        }
        """;
    bare("bad", "1.0.0")
        .source(
            className("bad"),
            classWith(
                "bad",
                code + methods(expression.startsWith(".") ? descriptor(expression) : expression)))
        .writeTo(bad);
    refused(reason);
  }

  private void refused(String reason) {
    try (var catalogue = Catalogue.boot(bundled, further)) {
      assertThat(catalogue.refusal()).contains(reason);
      assertThat(catalogue.ready("sound").descriptor().name()).isEqualTo("Sample");
    }
  }
}
