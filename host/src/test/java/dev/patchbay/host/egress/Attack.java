package dev.patchbay.host.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.patchbay.api.error.Rejected;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One attack on the way out, and the look at whether anything came through. */
final class Attack implements AutoCloseable {

  static final String HOST = GateSetup.HOST;

  final Inside inside = new Inside();
  final GateSetup setup = new GateSetup();

  Attack() throws IOException {
    setup.wire = inside.wire();
    setup.lookup = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
    setup.limits =
        new EgressLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4), 1000, 1000, 4);
  }

  /** Every name then leads to these addresses. */
  Attack names(String... addresses) throws UnknownHostException {
    var found = new InetAddress[addresses.length];
    for (int i = 0; i < addresses.length; i++) {
      found[i] = InetAddress.getByName(addresses[i]);
    }
    setup.lookup = host -> found;
    return this;
  }

  /** The operator opened these hosts on the listener's port. */
  Attack opened(String... hosts) {
    setup.opened =
        OpenedHosts.parse(
            String.join(",", List.of(hosts).stream().map(h -> h + ":" + inside.port()).toList()));
    return this;
  }

  /** Sends a request with the credential; {@code :P} in the address is the listener's port. */
  HttpResponse<?> send(String address, String... declared) {
    return setup
        .gate()
        .http(Sender.plugin("sample", List.of(declared)).connection("con_1", List.of()))
        .send(request(address));
  }

  BareRequest request(String address) {
    return new BareRequest(
        "GET",
        URI.create(address.replace(":P", ":" + inside.port())),
        Map.of("X-Api-Key", List.of(Inside.CREDENTIAL)));
  }

  /** The attempt ends in a refusal, before any connection. */
  void assertRefused(ThrowingCallable attempt) throws IOException {
    Throwable outcome = catchThrowable(attempt);
    inside.assertUntouched();
    assertThat(outcome).isInstanceOfAny(Rejected.class, IllegalArgumentException.class);
  }

  /** A call of the address, by a plugin that declares {@link #HOST}, is refused. */
  void assertRefused(String address) throws IOException {
    assertRefused(() -> send(address, HOST));
  }

  @Override
  public void close() throws IOException {
    setup.close();
    inside.close();
  }
}
