package dev.patchbay.host.egress;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Addresses in spellings that a check and a resolver read differently. */
class LiteralAttackTest {

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
  void should_refuse_the_setting_when_it_is_one_decimal_number() throws IOException {
    setting("2130706433");
  }

  @Test
  void should_refuse_the_setting_when_it_is_one_hexadecimal_number() throws IOException {
    setting("0x7f000001");
  }

  @Test
  void should_refuse_the_setting_when_a_part_is_octal() throws IOException {
    setting("0177.0.0.1");
  }

  @Test
  void should_refuse_the_setting_when_parts_are_left_out() throws IOException {
    setting("127.1");
  }

  @Test
  void should_refuse_the_setting_when_a_part_overflows() throws IOException {
    setting("383.0.0.1");
  }

  @Test
  void should_refuse_the_setting_when_its_digits_are_full_width() throws IOException {
    setting("１２７.０.０.１");
  }

  @Test
  void should_refuse_the_setting_when_it_is_a_bare_ipv6_address() throws IOException {
    setting("::1");
  }

  @Test
  void should_not_connect_when_the_setting_is_the_metadata_address() throws IOException {
    attack.names("169.254.169.254");
    setting("169.254.169.254");
  }

  @Test
  void should_refuse_the_setting_when_a_name_ends_with_a_dot() throws IOException {
    setting("localhost.");
  }

  @Test
  void should_refuse_the_setting_when_it_brings_a_user_along() throws IOException {
    setting("api.service.test@localhost");
  }

  @Test
  void should_refuse_the_address_when_it_is_one_number() throws IOException {
    attack.assertRefused("https://2130706433:P/");
  }

  @Test
  void should_refuse_the_address_when_it_is_a_private_literal() throws IOException {
    attack.assertRefused("https://127.0.0.1:P/");
  }

  @Test
  void should_refuse_the_address_when_it_is_ipv6() throws IOException {
    attack.names("::1").assertRefused("https://[::1]:P/");
  }

  @Test
  void should_refuse_the_address_when_it_is_a_mapped_literal() throws IOException {
    attack.assertRefused("https://[::ffff:127.0.0.1]:P/");
  }

  @Test
  void should_refuse_the_address_when_it_has_a_zone() throws IOException {
    attack.names("fe80::1").assertRefused("https://[fe80::1%25lo]:P/");
  }

  /** As an admin of a tenant would fill it in for a mail server. */
  private void setting(String host) throws IOException {
    attack.assertRefused(
        () ->
            attack
                .setup
                .gate()
                .sockets(Sender.plugin("smtp", List.of()).connection("con_1", List.of(host)))
                .createSocket(host, attack.inside.port())
                .close());
  }
}
