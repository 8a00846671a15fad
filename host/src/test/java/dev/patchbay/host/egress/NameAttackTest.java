package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names that answer one thing to the check and another to the connection, or several at once. */
class NameAttackTest {

  private static final String PUBLIC = "8.8.8.8";
  private static final String PRIVATE = "10.0.0.1";

  private Attack attack;

  @BeforeEach
  void prepare() throws IOException {
    attack = new Attack();
    attack.setup.wire = this::wireInside;
  }

  @AfterEach
  void clean() throws IOException {
    attack.close();
  }

  @Test
  void should_not_connect_when_a_private_address_follows_a_public_one() throws IOException {
    attack.names(PUBLIC, PRIVATE).assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_a_private_address_precedes_a_public_one() throws IOException {
    attack.names(PRIVATE, PUBLIC).assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_changes_between_check_and_connection() throws IOException {
    answersInTurn(PUBLIC, PRIVATE);

    assertThatThrownBy(() -> attack.send("https://api.service.test/", Attack.HOST))
        .isInstanceOf(Unavailable.class);

    attack.inside.assertUntouched();
  }

  @Test
  void should_not_connect_when_a_name_that_was_good_turns_bad() throws IOException {
    answersInTurn(PUBLIC, PRIVATE);
    assertThatThrownBy(() -> attack.send("https://api.service.test/", Attack.HOST))
        .isInstanceOf(Unavailable.class);

    attack.assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_plugin_declares_localhost() throws IOException {
    attack.assertRefused(() -> attack.send("https://localhost:P/", "localhost"));
  }

  @Test
  void should_not_connect_when_a_mapped_host_shares_its_address_with_the_inside()
      throws IOException {
    attack.setup.map = HostMap.parse("api.service.test=http://localhost:" + attack.inside.port());

    attack.names(PRIVATE).assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_host_is_opened_on_another_port() throws IOException {
    attack.setup.opened = OpenedHosts.parse("api.service.test:25");

    attack.names(PRIVATE).assertRefused("https://api.service.test:P/");
  }

  @Test
  void should_not_connect_when_another_name_of_an_opened_address_is_used() throws IOException {
    attack.opened("mail.internal").names(PRIVATE).assertRefused("https://api.service.test:P/");
  }

  @Test
  void should_not_connect_when_an_opened_host_leads_to_the_metadata_service() throws IOException {
    attack
        .opened(Attack.HOST)
        .names("169.254.169.254")
        .assertRefused("https://api.service.test:P/");
  }

  private void answersInTurn(String... addresses) {
    Deque<String> answers = new ArrayDeque<>(List.of(addresses));
    attack.setup.lookup = host -> address(answers.size() > 1 ? answers.poll() : answers.peek());
  }

  private static InetAddress[] address(String text) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByName(text)};
  }

  /** The public address is dead, so that a client would try the next. */
  private InetSocketAddress wireInside(InetSocketAddress checked) {
    if (checked.getAddress().getHostAddress().equals(PUBLIC)) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }
    return attack.inside.wire().towards(checked);
  }
}
