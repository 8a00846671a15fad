package dev.patchbay.host.egress;

import dev.patchbay.host.problem.StartupRefused;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads from the server's configuration, and from nowhere else, what widens the way out. */
class EgressConfiguration {

  @Produces
  @Singleton
  HostMap hostMap(@ConfigProperty(name = "patchbay.egress.hosts") Optional<String> text) {
    return read(text, HostMap::parse);
  }

  @Produces
  @Singleton
  OpenedHosts openedHosts(
      @ConfigProperty(name = "patchbay.egress.private-hosts") Optional<String> text) {
    return read(text, OpenedHosts::parse);
  }

  @Produces
  @Singleton
  OutboundProxy proxy(@ConfigProperty(name = "patchbay.egress.proxy") Optional<String> text) {
    return read(text, OutboundProxy::parse);
  }

  private static <T> T read(Optional<String> text, Function<String, T> parser) {
    try {
      return parser.apply(text.orElse(""));
    } catch (IllegalArgumentException e) {
      throw new StartupRefused(e.getMessage(), e);
    }
  }
}
