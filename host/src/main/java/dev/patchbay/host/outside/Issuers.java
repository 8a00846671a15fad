package dev.patchbay.host.outside;

import dev.patchbay.host.startup.HostStarted;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The outside issuers that this server's configuration names; nobody can add one by the API, since
 * an issuer can speak for anybody in its tenants.
 */
@Singleton
class Issuers {
  static final String NAMES = "patchbay.issuers";

  private final List<Issuer> all;

  @Inject
  Issuers(Config config) {
    all =
        Stream.of(config.getOptionalValue(NAMES, String.class).orElse("").split(",", -1))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(name -> new IssuerSettings(config, name).read())
            .toList();
  }

  /** Makes a wrong setting refuse the server's start instead of the first exchange. */
  void standReady(@Observes HostStarted started) {}

  Optional<Issuer> issuing(String issuer) {
    return all.stream().filter(one -> one.issuer().equals(issuer)).findFirst();
  }

  Optional<Issuer> named(String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
