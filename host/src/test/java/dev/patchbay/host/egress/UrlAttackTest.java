package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Addresses that look like the declared one. The operator opened every host that they could mean,
 * so that nothing but the reading of the address stands in between.
 */
class UrlAttackTest {

  private Attack attack;

  @BeforeEach
  void prepare() throws IOException {
    attack =
        new Attack()
            .opened(
                Attack.HOST,
                "127.0.0.1",
                "inside.test",
                "service.test",
                "evilservice.test",
                "evil-api.service.test",
                "deep.api.service.test",
                "api.service.test.evil.test");
  }

  @AfterEach
  void clean() throws IOException {
    attack.close();
  }

  @Test
  void should_not_connect_when_the_host_is_not_declared() throws IOException {
    attack.assertRefused("https://inside.test:P/");
  }

  @Test
  void should_not_connect_when_the_declared_host_is_only_a_prefix() throws IOException {
    attack.assertRefused("https://api.service.test.evil.test:P/");
  }

  @Test
  void should_not_connect_when_the_declared_host_is_only_a_suffix() throws IOException {
    attack.assertRefused("https://evil-api.service.test:P/");
  }

  @Test
  void should_not_connect_when_the_host_is_below_the_declared_one() throws IOException {
    attack.assertRefused("https://deep.api.service.test:P/");
  }

  @Test
  void should_not_connect_when_the_wildcard_ends_inside_a_label() throws IOException {
    attack.assertRefused(() -> attack.send("https://evilservice.test:P/", "*.service.test"));
  }

  @Test
  void should_not_connect_when_the_wildcard_stands_for_no_label() throws IOException {
    attack.assertRefused(() -> attack.send("https://service.test:P/", "*.service.test"));
  }

  @Test
  void should_refuse_the_plugin_when_it_declares_a_whole_top_level_domain() throws IOException {
    attack.assertRefused(() -> attack.send("https://inside.test:P/", "*.test"));
  }

  @Test
  void should_refuse_the_plugin_when_it_declares_everything() throws IOException {
    attack.assertRefused(() -> attack.send("https://inside.test:P/", "*"));
  }

  @Test
  void should_not_connect_when_the_scheme_gives_up_encryption() throws IOException {
    attack.assertRefused("http://api.service.test:P/");
  }

  @Test
  void should_not_connect_when_the_declared_host_is_the_user_name() throws IOException {
    attack.assertRefused("https://api.service.test@127.0.0.1:P/");
  }

  @Test
  void should_not_connect_when_the_address_brings_a_password() throws IOException {
    attack.assertRefused("https://user:password@api.service.test:P/");
  }

  @Test
  void should_not_connect_when_the_host_ends_with_a_dot() throws IOException {
    attack.assertRefused("https://api.service.test.:P/");
  }

  @Test
  void should_not_connect_when_the_port_wraps_around() throws IOException {
    int wrapped = attack.inside.port() + 0x10000;
    attack.assertRefused("https://api.service.test:" + wrapped + "/");
  }

  @Test
  void should_not_connect_when_the_port_is_zero() throws IOException {
    attack.setup.opened = OpenedHosts.parse("api.service.test:443");

    attack.assertRefused("https://api.service.test:0/");
  }

  @Test
  void should_stay_in_the_simulated_service_when_the_host_is_in_capitals() throws IOException {
    try (var simulated = new Inside()) {
      attack.setup.map = HostMap.parse("api.service.test=http://127.0.0.1:" + simulated.port());
      attack.setup.wire =
          checked -> checked.getPort() == simulated.port() ? checked : wiredInside(checked);

      var answer = new AtomicReference<HttpResponse<?>>();
      Throwable failure =
          catchThrowable(() -> answer.set(attack.send("https://API.Service.TEST:P/", Attack.HOST)));

      attack.inside.assertUntouched();
      assertThat(failure).isNull();
      assertThat(answer.get().uri())
          .isEqualTo(URI.create("https://api.service.test:" + attack.inside.port() + "/"));
    }
  }

  @Test
  void should_not_connect_when_the_path_climbs_out_of_its_host() throws IOException {
    climbs("/../accounts.service.test/token");
  }

  @Test
  void should_not_connect_when_the_climbing_dots_are_encoded() throws IOException {
    climbs("/%2e%2E/accounts.service.test/token");
  }

  @Test
  void should_not_connect_when_the_climbing_slash_is_encoded() throws IOException {
    climbs("/..%2faccounts.service.test/token");
  }

  @Test
  void should_not_connect_when_the_climbing_slash_is_an_encoded_backslash() throws IOException {
    climbs("/..%5caccounts.service.test/token");
  }

  /** The host map puts the declared host in front of the path. */
  private void climbs(String path) throws IOException {
    attack.setup.map =
        HostMap.parse(
            "api.service.test=http://127.0.0.1:" + attack.inside.port() + "/api.service.test");
    attack.assertRefused("https://api.service.test" + path);
  }

  private InetSocketAddress wiredInside(InetSocketAddress checked) {
    return attack.inside.wire().towards(checked);
  }
}
