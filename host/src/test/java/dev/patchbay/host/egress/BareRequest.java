package dev.patchbay.host.egress;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as a plugin can make one by extending the JDK's class: nothing about it is checked. */
final class BareRequest extends HttpRequest {

  private final String method;
  private final URI uri;
  private final Map<String, List<String>> headers;

  BareRequest(String method, URI uri) {
    this(method, uri, Map.of());
  }

  BareRequest(String method, URI uri, Map<String, List<String>> headers) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
  }

  @Override
  public Optional<BodyPublisher> bodyPublisher() {
    return Optional.empty();
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public Optional<Duration> timeout() {
    return Optional.empty();
  }

  @Override
  public boolean expectContinue() {
    return false;
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public Optional<HttpClient.Version> version() {
    return Optional.empty();
  }

  @Override
  public HttpHeaders headers() {
    return HttpHeaders.of(headers, (name, value) -> true);
  }
}
