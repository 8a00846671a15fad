package dev.patchbay.host.openid;

import com.nimbusds.jose.jwk.JWKSet;
import dev.patchbay.api.error.Unavailable;
import dev.patchbay.host.egress.Sender;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The public keys of issuers. A token of an unknown key makes them be read again, since issuers
 * change keys without notice, but not more than once in a minute: whoever forges tokens must not
 * make this server ask and ask.
 */
@Singleton
public class KeySets {
  private static final Duration GOOD_FOR = Duration.ofHours(1);
  private static final Duration REST = Duration.ofMinutes(1);

  private final PublishedDocuments documents;
  private final Clock clock;
  private final Map<URI, Read> known = new ConcurrentHashMap<>();

  @Inject
  public KeySets(PublishedDocuments documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * Returns an issuer's keys, fresh ones if those at hand do not do.
   *
   * @param sender in whose name they are fetched
   * @param does whether the wanted key is among them
   * @throws Unavailable if they cannot be had at the moment
   */
  public JWKSet of(URI address, Sender sender, Predicate<JWKSet> does) {
    var at = known.get(address);
    if (at == null || isOlder(at, GOOD_FOR) || (!does.test(at.keys()) && isOlder(at, REST))) {
      at = read(address, sender);
      known.put(address, at);
    }
    return at.keys();
  }

  private boolean isOlder(Read at, Duration age) {
    return !at.at().plus(age).isAfter(clock.instant());
  }

  private Read read(URI address, Sender sender) {
    var document = documents.at(address, sender);
    try {
      return new Read(JWKSet.parse(document.toString()), clock.instant());
    } catch (ParseException e) {
      throw new Unavailable(address + " holds no keys that can be read", e);
    }
  }

  private record Read(JWKSet keys, Instant at) {}
}
