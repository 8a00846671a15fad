package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OptionsTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void should_serve_this_machine_only_when_nothing_is_given() {
    Settings settings = settings(Map.of());

    assertThat(settings)
        .isEqualTo(
            new Settings(
                false,
                8080,
                "127.0.0.1",
                HERE.resolve("patchbay-data"),
                HERE.resolve("patchbay-data.key"),
                List.of(),
                URI.create("http://127.0.0.1:8080"),
                ProxyAddress.none(),
                FrontProxies.none()));
    assertThat(settings.internalUrl()).hasToString("http://127.0.0.1:8080");
  }

  @Test
  void should_take_every_option_when_given_on_the_command_line() {
    Settings settings =
        settings(
            Map.of(),
            "--sandbox",
            "--port=9000",
            "--bind=0.0.0.0",
            "--data=/var/lib/pb",
            "--key-file=/etc/pb.key",
            "--plugins=" + folder,
            "--plugins=" + folder.getParent(),
            "--public-url=https://crm.example.com/",
            "--trusted-proxies=10.0.0.0/8",
            "--trusted-proxies=192.0.2.7",
            "--forwarded-header=Forwarded");

    assertThat(settings)
        .isEqualTo(
            new Settings(
                true,
                9000,
                "0.0.0.0",
                Path.of("/var/lib/pb"),
                Path.of("/etc/pb.key"),
                List.of(folder, folder.getParent()),
                URI.create("https://crm.example.com"),
                ProxyAddress.none(),
                new FrontProxies(List.of("10.0.0.0/8", "192.0.2.7"), "Forwarded")));
    assertThat(settings.internalUrl()).hasToString("http://127.0.0.1:9000");
  }

  @Test
  void should_take_every_option_when_given_by_environment() {
    Settings settings =
        settings(
            Map.of(
                "PATCHBAY_TRUSTED_PROXIES", "10.0.0.0/8,192.0.2.7",
                "PATCHBAY_SANDBOX", "true",
                "PATCHBAY_PORT", "9000",
                "PATCHBAY_BIND", "0.0.0.0",
                "PATCHBAY_DATA", "/var/lib/pb",
                "PATCHBAY_KEY_FILE", "/etc/pb.key",
                "PATCHBAY_PLUGINS", folder + "," + folder.getParent(),
                "PATCHBAY_PUBLIC_URL", "https://crm.example.com:8443",
                "PATCHBAY_PROXY", "http://gate:hush@proxy:3128"));

    assertThat(settings)
        .isEqualTo(
            new Settings(
                true,
                9000,
                "0.0.0.0",
                Path.of("/var/lib/pb"),
                Path.of("/etc/pb.key"),
                List.of(folder, folder.getParent()),
                URI.create("https://crm.example.com:8443"),
                new ProxyAddress("http://gate:hush@proxy:3128"),
                new FrontProxies(List.of("10.0.0.0/8", "192.0.2.7"), "X-Forwarded-For")));
  }

  @Test
  void should_not_show_the_password_of_the_proxy() {
    Settings settings = settings(Map.of(), "--proxy=http://gate:hush@proxy:3128");

    assertThat(settings.proxy().text()).isEqualTo("http://gate:hush@proxy:3128");
    assertThat(settings.toString()).doesNotContain("hush");
  }

  @Test
  void should_follow_the_command_line_when_the_environment_says_otherwise() {
    Settings settings =
        settings(
            Map.of("PATCHBAY_PORT", "9000", "PATCHBAY_SANDBOX", "true"),
            "--port=9001",
            "--sandbox");

    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.sandbox()).isTrue();
  }

  @Test
  void should_use_the_default_when_the_environment_variable_is_blank() {
    assertThat(settings(Map.of("PATCHBAY_PORT", " ")).port()).isEqualTo(8080);
  }

  @Test
  void should_put_the_key_beside_the_data_when_only_the_data_folder_is_named() {
    assertThat(settings(Map.of(), "--data=" + folder.resolve("x")).keyFile())
        .isEqualTo(folder.resolve("x.key"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--port=0",
        "--port=65536",
        "--data=/",
        "--plugins=/no/such/folder",
        "--public-url=ftp://x.example.com",
        "--public-url=mailto:x",
        "--public-url=http://x.example.com/patchbay",
        "--public-url=http://x.example.com?a=b",
        "--public-url=http://user:word@x.example.com"
      })
  void should_name_option_and_value_when_a_value_makes_no_sense(String argument) {
    assertThatThrownBy(() -> settings(Map.of(), argument))
        .isInstanceOf(StartupProblem.class)
        .hasMessageContaining(argument.replaceFirst("=", " "));
  }

  private static Settings settings(Map<String, String> environment, String... arguments) {
    Options options = new Options();
    new CommandLine(options)
        .setDefaultValueProvider(new EnvironmentDefaults(environment))
        .parseArgs(arguments);
    return options.settings();
  }
}
