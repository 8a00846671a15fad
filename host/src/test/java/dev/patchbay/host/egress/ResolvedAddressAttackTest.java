package dev.patchbay.host.egress;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A declared name, in the attacker's DNS, that leads to an address which no plugin may reach. */
class ResolvedAddressAttackTest {

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
  void should_not_connect_when_the_name_leads_to_loopback() throws IOException {
    attack.names("127.0.0.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_rest_of_the_loopback_block()
      throws IOException {
    attack.names("127.1.2.3").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_private_class_a_network() throws IOException {
    attack.names("10.0.0.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_private_class_b_network() throws IOException {
    attack.names("172.31.255.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_private_class_c_network() throws IOException {
    attack.names("192.168.1.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_carrier_grade_nat_with_a_metadata_service()
      throws IOException {
    attack.names("100.100.100.200").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_metadata_service_of_clouds()
      throws IOException {
    attack.names("169.254.169.254").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_credentials_of_a_container()
      throws IOException {
    attack.names("169.254.170.2").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_unspecified_address() throws IOException {
    attack.names("0.0.0.0").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_this_network() throws IOException {
    attack.names("0.1.2.3").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_metadata_service_among_protocol_assignments()
      throws IOException {
    attack.names("192.0.0.192").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_old_6to4_relay() throws IOException {
    attack.names("192.88.99.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_network_for_measurements() throws IOException {
    attack.names("198.19.0.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_network_for_documentation() throws IOException {
    attack.names("203.0.113.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_multicast_group() throws IOException {
    attack.names("239.255.255.250").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_reserved_address() throws IOException {
    attack.names("240.0.0.1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_broadcast_address() throws IOException {
    attack.names("255.255.255.255").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_ipv6_loopback() throws IOException {
    attack.names("::1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_unspecified_ipv6_address() throws IOException {
    attack.names("::").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_unique_local_metadata_service()
      throws IOException {
    attack.names("fd00:ec2::254").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_link_local_ipv6_address() throws IOException {
    attack.names("fe80::1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_link_local_address_with_a_zone()
      throws IOException {
    attack.names("fe80::a%1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_site_local_address() throws IOException {
    attack.names("fec0::1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_an_ipv6_multicast_group() throws IOException {
    attack.names("ff02::1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_an_ipv4_compatible_address() throws IOException {
    attack.names("::7f00:1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_nat64_translation() throws IOException {
    attack.names("64:ff9b::a9fe:a9fe").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_local_nat64_translation() throws IOException {
    attack.names("64:ff9b:1::a00:1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_6to4_tunnel() throws IOException {
    attack.names("2002:7f00:1::").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_teredo_tunnel() throws IOException {
    attack.names("2001:0:7f00:1::").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_an_ipv6_documentation_address()
      throws IOException {
    attack.names("2001:db8::1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_the_discard_prefix() throws IOException {
    attack.names("100::1").assertRefused("https://api.service.test/");
  }

  @Test
  void should_not_connect_when_the_name_leads_to_a_segment_routing_address() throws IOException {
    attack.names("5f00::1").assertRefused("https://api.service.test/");
  }

  /** Some resolvers keep the 16 bytes, which Java's own parser turns into the IPv4 address. */
  @Test
  void should_not_connect_when_the_name_leads_to_a_mapped_ipv4_address() throws IOException {
    byte[] bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 127, 0, 0, 1};
    InetAddress mapped = Inet6Address.getByAddress("api.service.test", bytes, -1);
    attack.setup.lookup = host -> new InetAddress[] {mapped};

    attack.assertRefused("https://api.service.test/");
  }
}
