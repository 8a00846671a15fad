package dev.patchbay.host.openid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.Sender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * What issuers publish. An address that just failed is not asked again for some seconds, so that
 * nobody waits for a dead issuer again and again; it is remembered by address, so that the dead
 * issuer of one tenant stops no other.
 */
@Singleton
public class PublishedDocuments {
  private static final Duration REST = Duration.ofSeconds(10);

  private final DocumentFetch fetch;
  private final Clock clock;
  private final Map<URI, Failure> failures = new ConcurrentHashMap<>();

  @Inject
  public PublishedDocuments(DocumentFetch fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /**
   * @throws Unavailable if it is not there, or was not a moment ago
   */
  JsonNode at(URI address, Sender sender) {
    forgetOld();
    Failure before = failures.get(address);
    if (before != null) {
      throw new Unavailable(before.why());
    }
    return asked(address, sender);
  }

  private JsonNode asked(URI address, Sender sender) {
    try {
      return fetch.at(address, sender);
    } catch (Unavailable e) {
      throw remembered(address, e);
    } catch (FaultToleranceException e) {
      throw remembered(address, new Unavailable(address.getHost() + " did not answer in time", e));
    }
  }

  private Unavailable remembered(URI address, Unavailable failure) {
    failures.put(address, new Failure(failure.getMessage(), clock.instant().plus(REST)));
    return failure;
  }

  private void forgetOld() {
    failures.values().removeIf(failure -> !failure.until().isAfter(clock.instant()));
  }

  private record Failure(String why, Instant until) {}
}
