package dev.patchbay.host.egress;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Configuration that would lead further than the one who wrote it meant. */
class ConfigurationAttackTest {

  private Attack attack;

  @BeforeEach
  void prepare() throws IOException {
    attack = new Attack();
  }

  @AfterEach
  void clean() throws IOException {
    attack.close();
  }

  @Test
  void should_refuse_the_host_map_when_it_leads_to_the_network() throws IOException {
    mapped("http://10.0.0.1:P", "10.0.0.1");
  }

  @Test
  void should_refuse_the_host_map_when_its_target_only_starts_like_loopback() throws IOException {
    mapped("http://localhost.evil.test:P", "10.0.0.1");
  }

  @Test
  void should_refuse_the_host_map_when_loopback_is_only_the_user_name() throws IOException {
    attack.names("10.0.0.1");
    attack.assertRefused(
        () -> {
          attack.setup.map =
              HostMap.parse("api.service.test=http://127.0.0.1@10.0.0.1:" + attack.inside.port());
          attack.setup.gate().sockets(sender()).createSocket(Attack.HOST, 25).close();
        });
  }

  @Test
  void should_not_connect_when_localhost_is_not_this_machine() throws IOException {
    mapped("http://localhost:P", "10.0.0.1");
  }

  @Test
  void should_refuse_the_opened_hosts_when_one_is_a_network() throws IOException {
    opened("10.0.0.0/8:P", "10.0.0.1");
  }

  @Test
  void should_refuse_the_opened_hosts_when_one_has_every_port() throws IOException {
    opened("api.service.test:*", Attack.HOST);
  }

  @Test
  void should_refuse_the_opened_hosts_when_one_is_a_pattern() throws IOException {
    opened("*.service.test:P", Attack.HOST);
  }

  @Test
  void should_not_open_a_host_for_other_connections_when_one_has_it_in_its_settings()
      throws IOException {
    attack.opened("mail.inside.test");
    Sender plugin = Sender.plugin("smtp", List.of(Attack.HOST));
    plugin.connection("con_1", List.of("mail.inside.test"));

    attack.assertRefused(
        () ->
            attack
                .setup
                .gate()
                .http(plugin.connection("con_2", List.of()))
                .send(attack.request("https://mail.inside.test:P/")));
  }

  private static Sender sender() {
    return Sender.plugin("smtp", List.of(Attack.HOST));
  }

  private void mapped(String target, String address) throws IOException {
    attack.names(address);
    attack.assertRefused(
        () -> {
          attack.setup.map =
              HostMap.parse("api.service.test=" + target.replace(":P", ":" + attack.inside.port()));
          attack.send("https://api.service.test/", Attack.HOST);
        });
  }

  private void opened(String pair, String host) throws IOException {
    attack.names("10.0.0.1");
    attack.assertRefused(
        () -> {
          attack.setup.opened = OpenedHosts.parse(pair.replace(":P", ":" + attack.inside.port()));
          attack.send("https://" + host + ":P/", host);
        });
  }
}
