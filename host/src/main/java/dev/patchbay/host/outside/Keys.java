package dev.patchbay.host.outside;

import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of issuers, remembered for an hour. An unknown key makes them be read again, but not
 * more than once in a minute: whoever forges tokens must not make this server ask and ask.
 */
@Singleton
class Keys {
  private static final Duration GOOD_FOR = Duration.ofHours(1);
  private static final Duration REST = Duration.ofMinutes(1);

  private final KeyFetch fetch;
  private final Clock clock;
  private final Map<String, Read> known = new ConcurrentHashMap<>();

  @Inject
  Keys(KeyFetch fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  JWKSet of(Issuer issuer, JWKSelector wanted) {
    Read read = known.get(issuer.name());
    if (read == null
        || isOlder(read, GOOD_FOR)
        || (wanted.select(read.keys()).isEmpty() && isOlder(read, REST))) {
      read = new Read(fetch.of(issuer), clock.instant());
      known.put(issuer.name(), read);
    }
    return read.keys();
  }

  private boolean isOlder(Read read, Duration age) {
    return !clock.instant().isBefore(read.at().plus(age));
  }

  private record Read(JWKSet keys, Instant at) {}
}
