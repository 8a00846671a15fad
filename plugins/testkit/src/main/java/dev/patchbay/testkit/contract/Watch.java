package dev.patchbay.testkit.contract;

import dev.patchbay.api.egress.Egress;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A service's way out that remembers where a plugin went. */
final class Watch implements Egress {
  private final SimulatedService service;
  private final List<URI> addresses = new CopyOnWriteArrayList<>();

  Watch(SimulatedService service) {
    this.service = service;
  }

  /** Every address that was asked for. */
  List<URI> addresses() {
    return List.copyOf(addresses);
  }

  /** The hosts of all that was reached, over HTTP or not. */
  List<String> hosts() {
    return Stream.concat(
            addresses.stream().map(URI::getHost),
            service.sockets().reached().stream().map(place -> place.replaceFirst(":[0-9]+$", "")))
        .distinct()
        .toList();
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    addresses.add(request.uri());
    return service.egress().send(request);
  }
}
