package dev.patchbay.host.openid;

import dev.patchbay.host.egress.DeclaredHosts;
import dev.patchbay.host.egress.Sender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    var asked = new Asked(sender.plugin(), sender.hosts(), issuer);
    var before = known.get(asked);
    if (before != null && before.until().isAfter(clock.instant())) {
      return before.metadata();
    }
    var metadata = Metadata.of(documents.at(address(issuer), sender), issuer, sender.hosts());
    known.put(asked, new Known(metadata, clock.instant().plus(GOOD_FOR)));
    return metadata;
  }

  /**
   * Reads the document of an issuer of which nothing is known yet: it may lead to any host, which
   * whoever trusts the issuer then declares.
   *
   * @param name in whose name
   * @throws dev.patchbay.api.error.IntegrationException if the document is not there, or not good
   */
  public Metadata learn(String issuer, String name) {
    var address = address(issuer);
    var document = documents.at(address, Sender.plugin(name, List.of(address.getHost())));
    return Metadata.of(document, issuer, Metadata.hosts(document, issuer));
  }

  /** A slash at the issuer's end is not doubled (section 4). */
  private static URI address(String issuer) {
    var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    return URI.create(base + "/.well-known/openid-configuration");
  }

  private record Asked(String plugin, DeclaredHosts hosts, String issuer) {}

  private record Known(Metadata metadata, Instant until) {}
}
