package dev.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostPropertiesTest {
  private static final Path DATA = Path.of("/var/lib/pb");

  @Test
  void should_tell_the_host_everything_it_has_to_know() {
    Map<String, String> values = properties(List.of(Path.of("/p"), Path.of("/q"))).values();

    assertThat(values)
        .containsEntry("patchbay.data", "/var/lib/pb")
        .containsEntry("patchbay.key-file", "/etc/pb.key")
        .containsEntry("patchbay.plugins.bundled", "/opt/pb/plugins")
        .containsEntry("patchbay.plugins.folders", "/p,/q")
        .containsEntry("patchbay.public-url", "https://pb.example.com")
        .containsEntry("patchbay.internal-url", "http://127.0.0.1:9000")
        .containsEntry("mp.jwt.verify.publickey.location", "http://127.0.0.1:9000/api/jwks")
        .containsEntry("patchbay.forwarded-header", "X-Forwarded-For")
        .containsEntry("mp.jwt.verify.issuer", "patchbay")
        .containsKeys("patchbay.db.class", "patchbay.db.url", "patchbay.db.user");
  }

  @Test
  void should_leave_a_property_out_when_it_would_be_empty() {
    assertThat(properties(List.of()).values())
        .doesNotContainKeys(
            "patchbay.plugins.folders",
            "patchbay.sandbox",
            "patchbay.egress.hosts",
            "patchbay.trusted-proxies",
            "patchbay.egress.proxy")
        .allSatisfy((name, value) -> assertThat(value).as(name).isNotEmpty());
  }

  @Test
  void should_make_up_another_word_for_the_console_at_each_start() {
    String one = properties(List.of()).consoleWord().values().get("patchbay.console-word");
    String other = properties(List.of()).consoleWord().values().get("patchbay.console-word");

    assertThat(one).hasSize(64).isNotEqualTo(other);
  }

  @Test
  void should_map_every_played_host_when_the_sandbox_runs() {
    Map<String, URI> hosts =
        Map.of(
            "www.googleapis.com", URI.create("http://127.0.0.1:9001/www.googleapis.com"),
            "accounts.google.com", URI.create("http://127.0.0.1:9001/accounts.google.com"));

    assertThat(properties(List.of()).sandbox(hosts).values())
        .containsEntry("patchbay.sandbox", "true")
        .containsEntry(
            "patchbay.egress.hosts",
            "accounts.google.com=http://127.0.0.1:9001/accounts.google.com,"
                + "www.googleapis.com=http://127.0.0.1:9001/www.googleapis.com");
  }

  @Test
  void should_name_the_node_after_machine_and_port_when_it_has_no_name() {
    assertThat(NodeName.of(Map.of(), 9000)).endsWith("-9000").hasSizeGreaterThan(5);
    assertThat(NodeName.of(Map.of("PATCHBAY_NODE", "left"), 9000)).isEqualTo("left");
  }

  private static HostProperties properties(List<Path> plugins) {
    Settings settings =
        new Settings(
            false,
            9000,
            "0.0.0.0",
            DATA,
            Path.of("/etc/pb.key"),
            plugins,
            URI.create("https://pb.example.com"),
            ProxyAddress.none(),
            FrontProxies.none());
    return HostProperties.of(
        settings, new Distribution(Path.of("/opt/pb")), Database.of(Map.of(), DATA));
  }
}
