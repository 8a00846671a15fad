package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.patchbay.api.error.Rejected;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways in which an address was ever bent towards the inside. A service listens on every address of
 * this machine, so that whatever gets through to loopback is seen; what gets through to elsewhere
 * would be an Unavailable instead of a Rejected.
 */
class AddressTableTest {

  private static RawService inside;

  @BeforeAll
  static void listen() throws Exception {
    inside = RawService.start(new ServerSocket(0), socket -> RawService.write(socket, "secret"));
  }

  @AfterAll
  static void stop() throws Exception {
    inside.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "100.64.0.1",
        "100.127.255.254",
        "169.254.169.254",
        "169.254.170.2",
        "100.100.100.200",
        "0.0.0.0",
        "0.1.2.3",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::7f00:1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "2001::7f00:1",
        "2001:db8::1",
        "100::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "3fff::1",
        "4000::1",
        "5f00::1"
      })
  void should_not_connect_when_a_declared_name_leads_to(String address) throws Exception {
    InetAddress target = InetAddress.getByName(address);
    try (var setup = new GateSetup()) {
      setup.lookup = host -> new InetAddress[] {target};
      assertClosed(setup, "https://api.service.test:" + inside.port() + "/", "api.service.test");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "::ffff:127.0.0.1", // kept in its 16 bytes, as some resolvers hand it over
        "::ffff:10.0.0.1",
        "0:0:0:0:0:0:a00:1"
      })
  void should_not_connect_when_a_mapped_address_comes_in_its_long_form(String address)
      throws Exception {
    byte[] bytes = new byte[16];
    byte[] v4 = InetAddress.getByName(address).getAddress();
    System.arraycopy(v4, v4.length - 4, bytes, 12, 4);
    bytes[10] = (byte) (address.contains("ffff") ? 0xFF : 0);
    bytes[11] = bytes[10];
    InetAddress target = java.net.Inet6Address.getByAddress("api.service.test", bytes, -1);
    assertThat(target.getAddress()).hasSize(16);
    try (var setup = new GateSetup()) {
      setup.lookup = host -> new InetAddress[] {target};
      assertClosed(setup, "https://api.service.test:" + inside.port() + "/", "api.service.test");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "169.254.169.254",
        "0.0.0.0",
        "192.168.1.1",
        "100.64.0.1"
      })
  void should_not_connect_when_the_plugin_declares_the_literal(String address) {
    try (var setup = new GateSetup()) {
      assertClosed(setup, "https://" + address + ":" + inside.port() + "/", address);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "https://2130706433:P/",
        "https://0x7f000001:P/",
        "https://0x7f.0.0.1:P/",
        "https://017700000001:P/",
        "https://0177.0.0.1:P/",
        "https://127.1:P/",
        "https://127.0.1:P/",
        "https://127.0.0.1.:P/",
        "https://[::1]:P/",
        "https://[::]:P/",
        "https://[::ffff:127.0.0.1]:P/",
        "https://[::ffff:7f00:1]:P/",
        "https://[0:0:0:0:0:0:0:1]:P/",
        "https://[::1%25lo]:P/",
        "https://localhost:P/",
        "https://LOCALHOST:P/",
        "https://localhost.:P/",
        "https://api.service.test.:P/",
        "https://api.service.test@127.0.0.1:P/",
        "https://127.0.0.1:P@api.service.test/",
        "https://user:password@api.service.test:P/",
        "https://api.service.test.evil.test:P/",
        "https://evil-api.service.test:P/",
        "https://deep.api.service.test:P/",
        "https://service.test:P/",
        "https://api_service.test:P/",
        "http://api.service.test:P/",
        "HTTP://api.service.test:P/",
        "https://api.service.test:0/",
        "https://api.service.test:65536/",
        "https://api.service.test:P/../x",
        "https://api.service.test:P/a/%2e%2E/x",
        "https://api.service.test:P/a/..%2fx",
        "https://api.service.test:P/a/%2e./x",
        "https://api.service.test:P/a/..%5cx"
      })
  void should_not_connect_when_the_address_is(String template) {
    try (var setup = new GateSetup()) {
      setup.lookup = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      setup.opened = OpenedHosts.parse("api.service.test:" + inside.port());
      var address = URI.create(template.replace(":P", ":" + inside.port()));
      int before = inside.connects();
      assertThatThrownBy(
              () -> setup.egress("api.service.test").send(new BareRequest("GET", address)))
          .isInstanceOf(Rejected.class);
      assertThat(inside.connects()).isEqualTo(before);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "2130706433, 127.0.0.1",
    "0x7f000001, 127.0.0.1",
    "017700000001, 127.0.0.1",
    "127.1, 127.0.0.1",
    "::1, ::1"
  })
  void should_refuse_the_address_when_an_odd_spelling_reaches_the_resolver(
      String spelling, String meant) throws UnknownHostException {
    InetAddress understood = InetAddress.getByName(meant);
    var resolver =
        new CheckedResolver(host -> new InetAddress[] {understood}, OpenedHosts.none()::permit);
    assertThatThrownBy(() -> resolver.resolve(spelling, 443)).isInstanceOf(Rejected.class);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"8.8.8.8, 127.0.0.1", "2001:4860:4860::8888, ::1"})
  void should_not_connect_when_only_one_of_several_addresses_is_closed(String both)
      throws Exception {
    String[] addresses = both.split(", ");
    InetAddress[] targets = {
      InetAddress.getByName(addresses[0]), InetAddress.getByName(addresses[1])
    };
    try (var setup = new GateSetup()) {
      setup.lookup = host -> targets;
      assertClosed(setup, "https://api.service.test:" + inside.port() + "/", "api.service.test");
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "8.8.8.8",
        "142.250.74.10",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "223.255.255.255",
        "2001:4860:4860::8888",
        "2a00:1450:4001:830::200a",
        "2606:4700::1111"
      })
  void should_be_open_when_the_address_is_public(String address) throws UnknownHostException {
    InetAddress target = InetAddress.getByName(address);
    var resolver =
        new CheckedResolver(host -> new InetAddress[] {target}, OpenedHosts.none()::permit);

    assertThat(resolver.resolve("api.service.test", 443))
        .singleElement()
        .satisfies(open -> assertThat(open.getAddress()).isEqualTo(target));
  }

  private static void assertClosed(GateSetup setup, String address, String declared) {
    int before = inside.connects();
    assertThatThrownBy(
            () -> setup.egress(declared).send(HttpRequest.newBuilder(URI.create(address)).build()))
        .isInstanceOf(Rejected.class)
        .hasMessageContaining("closed to plugins");
    assertThat(inside.connects()).isEqualTo(before);
    assertThat(setup.exchanges)
        .singleElement()
        .satisfies(exchange -> assertThat(exchange.outcome()).contains("closed to plugins"));
  }
}
