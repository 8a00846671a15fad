package dev.patchbay.host.openid;

import dev.patchbay.host.egress.Sender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows where issuers do what, from their discovery documents; each is read once in an hour. */
@Singleton
public class Discovery {
  private static final Duration GOOD_FOR = Duration.ofHours(1);

  private final PublishedDocuments documents;
  private final Clock clock;
  private final Map<Asked, Known> known = new ConcurrentHashMap<>();

  @Inject
  public Discovery(PublishedDocuments documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * @param sender in whose name, and so to which hosts
   * @throws dev.patchbay.api.error.IntegrationException if the document is not there, or not good
   */
  public Metadata of(String issuer, Sender sender) {
    var asked = new Asked(sender.plugin(), issuer);
    var before = known.get(asked);
    if (before != null && before.until().isAfter(clock.instant())) {
      return before.metadata();
    }
    var address = URI.create(issuer + "/.well-known/openid-configuration");
    var document = documents.at(address, sender);
    var metadata = Metadata.of(document, issuer, sender.hosts());
    known.put(asked, new Known(metadata, clock.instant().plus(GOOD_FOR)));
    return metadata;
  }

  private record Asked(String plugin, String issuer) {}

  private record Known(Metadata metadata, Instant until) {}
}
