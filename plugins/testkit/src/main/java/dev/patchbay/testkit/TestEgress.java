package dev.patchbay.testkit;

import dev.patchbay.api.egress.Egress;
import dev.patchbay.api.error.Rejected;
import dev.patchbay.api.error.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way out over real HTTP that sends each declared host to a server of the test, as the host map
 * of the Patchbay server does: with {@code www.googleapis.com} mapped to {@code
 * http://127.0.0.1:8081/www.googleapis.com}, a request to {@code https://www.googleapis.com/x} goes
 * to {@code http://127.0.0.1:8081/www.googleapis.com/x}.
 *
 * <p>A host that is not in the map is refused, so that no test reaches the real service. Like the
 * host's own egress it follows no redirect. Unlike it, it undoes no compression, and the JDK's
 * client below asks once more by itself when a connection ends without a byte of an answer. Safe
 * for use by several threads.
 */
public final class TestEgress implements Egress {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final Map<String, URI> hosts;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();
  private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();

  private TestEgress(Map<String, URI> hosts) {
    this.hosts = Map.copyOf(hosts);
  }

  /**
   * @param hosts declared host to the base address that stands for it, without a slash at the end
   */
  public static TestEgress to(Map<String, URI> hosts) {
    return new TestEgress(hosts);
  }

  /** The requests as the plugin made them, in their order, with the service's real addresses. */
  public List<HttpRequest> requests() {
    return List.copyOf(requests);
  }

  @Override
  public HttpResponse<InputStream> send(HttpRequest request) {
    requests.add(request);
    var rerouted =
        HttpRequest.newBuilder(request, (name, value) -> true).uri(rerouted(request.uri()));
    if (request.timeout().filter(asked -> asked.compareTo(LIMIT) < 0).isEmpty()) {
      rerouted.timeout(LIMIT);
    }
    try {
      return client.send(rerouted.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new Unavailable("No answer from " + request.uri().getHost() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Interrupted while waiting for " + request.uri().getHost(), e);
    }
  }

  private URI rerouted(URI uri) {
    var base = hosts.get(uri.getHost());
    if (base == null) {
      throw new Rejected(
          "The host \"%s\" is not declared; declared are %s"
              .formatted(uri.getHost(), hosts.keySet()));
    }
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return URI.create(base + uri.getRawPath() + query);
  }
}
